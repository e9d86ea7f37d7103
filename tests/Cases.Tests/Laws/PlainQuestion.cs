using System.Collections.Immutable;
using Kelvin.Compiler;

namespace Cases.Tests.Laws;

/// <summary>A question told twice: as it is asked, and as plain code.</summary>
internal sealed record PlainQuestion(
    ImmutableArray<(PlainMeasure Measure, PlainWindow Window)> Metrics, string? Grain, PlainRange Range, ImmutableArray<string> By,
    PlainFilter Filter, string Zone)
{
    public MetricQuery Query => new()
    {
        Metrics = [.. Metrics.Select(metric => metric.Measure.Name + metric.Window.Suffix)],
        Grain = Grain is null ? null : Kelvin.Calendars.Grain.Named(Grain),
        Range = Range.Text,
        By = [.. By.Select(Written)],
        Where = Filter.Text,
        Zone = Zone,
    };

    private static string Written(string name) => name switch
    {
        "region" => "places.region",
        "label" => "label.label",
        "stage" => "stage.stage",
        "day_stage" => "day_stage.stage",
        _ => name,
    };

    public override string ToString() =>
        $"{string.Join(", ", Query.Metrics)} per {Grain} over {Range.Text} by {string.Join(", ", By)} where {Filter.Text} in {Zone}";
}

/// <summary>A range as written, and its days; null for everything.</summary>
internal sealed record PlainRange(string Text, Days? Days)
{
    public static IReadOnlyList<PlainRange> All { get; } =
    [
        new("all", null),
        new("2025-03", new(new(2025, 3, 1), new(2025, 3, 31))),
        new("2025-03-28..2025-04-02", new(new(2025, 3, 28), new(2025, 4, 2))),
        new("2025-W13", new(new(2025, 3, 24), new(2025, 3, 30))),
        new("2025-03-09", new(new(2025, 3, 9), new(2025, 3, 9))),
    ];
}

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
