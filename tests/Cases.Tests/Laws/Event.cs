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

    /// <summary>Labels by kind and size, for a link of two columns.</summary>
    public static IReadOnlyDictionary<(string Kind, string Size), string> Labels { get; } =
        new Dictionary<(string, string), string> { [("a", "s")] = "one", [("a", "m")] = "two", [("b", "s")] = "one", [("c", "l")] = "three" };

    /// <summary>What a place was, and when: some end early, one has a gap, and two overlap.</summary>
    public static IReadOnlyList<Stage> Stages { get; } =
    [
        new("p1", new(2025, 3, 1, 0, 0, 0, DateTimeKind.Utc), new(2025, 3, 10, 12, 0, 0, DateTimeKind.Utc), "young"),
        new("p1", new(2025, 3, 10, 12, 0, 0, DateTimeKind.Utc), null, "old"),
        new("p2", new(2025, 2, 1, 0, 0, 0, DateTimeKind.Utc), new(2025, 3, 5, 0, 0, 0, DateTimeKind.Utc), "young"),
        new("p2", new(2025, 3, 20, 0, 0, 0, DateTimeKind.Utc), new(2025, 3, 30, 1, 0, 0, DateTimeKind.Utc), "old"),
        new("p3", new(2025, 2, 1, 0, 0, 0, DateTimeKind.Utc), new(2025, 4, 1, 0, 0, 0, DateTimeKind.Utc), "young"),
        new("p3", new(2025, 3, 9, 7, 0, 0, DateTimeKind.Utc), null, "old"),
    ];

    /// <summary>The label at the end of the link of two columns.</summary>
    public string? Label => Kind is null || Size is null ? null : Labels.GetValueOrDefault((Kind, Size));

    /// <summary>What the place was at the moment of the event.</summary>
    public string? StageThen => Stages.LastOrDefault(stage => stage.Holds(Place, At, at => at))?.Name;

    /// <summary>What the place was on the UTC day of the event, in local days.</summary>
    public string? StageOn(TimeZoneInfo zone) =>
        Stages.LastOrDefault(stage => stage.Holds(Place, Day(TimeZoneInfo.Utc), at => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(at, zone))))?.Name;

    /// <summary>The date on the wall when it happened.</summary>
    public DateOnly? Day(TimeZoneInfo zone) =>
        At is { } instant ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(instant, zone)) : null;
}
