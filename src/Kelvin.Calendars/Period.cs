namespace Kelvin.Calendars;

/// <summary>A stretch of time that a calendar cuts out: half-open, with the local offset at each end.</summary>
/// <param name="Grain">Its kind.</param>
/// <param name="Start">First moment, inside.</param>
/// <param name="End">First moment after it, outside.</param>
public sealed record Period(Grain Grain, DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>The local date on which it starts.</summary>
    public DateOnly FirstDay => DateOnly.FromDateTime(Start.DateTime);

    /// <summary>The local date of its last moment.</summary>
    public DateOnly LastDay => End > Start ? DateOnly.FromDateTime(End.DateTime.AddTicks(-1)) : FirstDay;

    /// <summary>Whether nothing fits in it.</summary>
    public bool IsEmpty => End <= Start;

    /// <summary>Whether the moment lies inside.</summary>
    public bool Contains(DateTimeOffset moment) => Start <= moment && moment < End;

    /// <summary>Whether the other lies wholly inside.</summary>
    public bool Contains(Period other) => Start <= other.Start && other.End <= End;

    /// <summary>Whether some moment lies in both.</summary>
    public bool Overlaps(Period other) => Start < other.End && other.Start < End;

    /// <summary>Whether nothing more can happen in it once this moment has come.</summary>
    public bool IsFinishedAt(DateTimeOffset moment) => End <= moment;

    /// <summary>The grain and both ends in ISO 8601, for logs and tests; people read <see cref="PeriodText"/>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Grain} {Start:yyyy-MM-dd'T'HH:mm:sszzz}/{End:yyyy-MM-dd'T'HH:mm:sszzz}");
}
