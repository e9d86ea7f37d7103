namespace Cases.Tests.Laws;

/// <summary>A condition as written and as code.</summary>
internal sealed record PlainFilter(string? Text, Func<Event, bool> Holds)
{
    public static IReadOnlyList<PlainFilter> All { get; } =
    [
        new(null, _ => true),
        new(null, _ => true),
        new("flag", row => row.Flag == true),
        new("kind = 'a' or kind is missing", row => row.Kind is "a" or null),
        new("places.region = 'north'", row => row.Region == "north"),
        new("not (weight > 1)", row => row.Weight <= 1),
        new("amount < 0", row => row.Amount < 0),
        new("label.label = 'one'", row => row.Label == "one"),
        new("stage.stage = 'old'", row => row.StageThen == "old"),
    ];
}
