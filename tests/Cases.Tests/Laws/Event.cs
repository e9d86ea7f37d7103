namespace Cases.Tests.Laws;

/// <summary>A row of the random dataset; the region is that of the place it links to.</summary>
internal sealed record Event(
    DateTime? At, string? Kind, string? Size, string? Place, decimal? Amount, double? Weight, bool? Flag)
{
    /// <summary>The places that exist, with their regions.</summary>
    public static IReadOnlyDictionary<string, string?> Regions { get; } =
        new Dictionary<string, string?> { ["p1"] = "north", ["p2"] = "south", ["p3"] = null };

    /// <summary>The region at the end of the link; a place that is not there has none.</summary>
    public string? Region => Place is null ? null : Regions.GetValueOrDefault(Place);

    /// <summary>The date on the wall when it happened.</summary>
    public DateOnly? Day(TimeZoneInfo zone) =>
        At is { } instant ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(instant, zone)) : null;
}
