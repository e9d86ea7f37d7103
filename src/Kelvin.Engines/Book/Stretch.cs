namespace Kelvin.Engines.Book;

/// <summary>A stretch of a dataset's time axis, both ends included; none when nothing has a moment.</summary>
internal readonly record struct Stretch(DateTime? First, DateTime? Last)
{
    /// <summary>From the values of a statement.</summary>
    public static Stretch Of(object? first, object? last) => new(Utc(first), Utc(last));

    /// <summary>The stretch that holds both.</summary>
    public Stretch And(Stretch other) => new(
        First is { } first && !(other.First < first) ? first : other.First ?? First,
        Last is { } last && !(other.Last > last) ? last : other.Last ?? Last);

    /// <summary>An instant as a statement returns it.</summary>
    public static DateTime? Utc(object? value) => value is DateTime instant ? DateTime.SpecifyKind(instant, DateTimeKind.Utc) : null;
}
