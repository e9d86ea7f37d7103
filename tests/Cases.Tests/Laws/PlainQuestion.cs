using System.Collections.Immutable;
using Kelvin.Compiler;

namespace Cases.Tests.Laws;

/// <summary>A question told twice: as it is asked, and as plain code.</summary>
internal sealed record PlainQuestion(
    ImmutableArray<(PlainMeasure Measure, PlainWindow Window)> Metrics, string? Grain, PlainRange Range, ImmutableArray<string> By,
    PlainFilter Filter, string Zone)
{
    public PlainOptions Options { get; init; } = PlainOptions.None;

    public MetricQuery Query => new()
    {
        Metrics = [.. Metrics.Select(Written)],
        Grain = Grain is null ? null : Kelvin.Calendars.Grain.Named(Grain),
        FurtherGrains = Options.Further is { } further ? [Kelvin.Calendars.Grain.Named(further)] : [],
        Range = Range.Text,
        By = [.. By.Select(Written)],
        Where = Filter.Text,
        Zone = Zone,
        Fill = Options.Fills,
        Ranks = Options.Ranks,
        Shares = Options.Shares,
        Compare = Options.Compares ? "previous period" : null,
        Top = Options.Top is { } top ? $"{top.Count} by {top.By.Name}" : null,
    };

    /// <summary>The columns of an answer that hold values, in the order in which rows are told.</summary>
    public IEnumerable<string> Columns =>
    [
        .. Metrics.Select(metric => metric.Measure.Name + metric.Window.Suffix).SelectMany(name => (string[])
        [
            name, .. Options.Ranks ? (string[])[name + ".rank"] : [], .. Options.Shares ? (string[])[name + ".share"] : [],
            .. Options.Compares ? (string[])[name + ".compared", name + ".change"] : [],
        ]),
        .. Options.Fills ? (string[])["filled"] : [],
    ];

    private string Written((PlainMeasure Measure, PlainWindow Window) metric) =>
        Options.Writes && metric.Window != PlainWindow.Own
            ? $"{metric.Window.Around(metric.Measure.Name)} as {metric.Measure.Name}{metric.Window.Suffix}"
            : metric.Measure.Name + metric.Window.Suffix;

    /// <summary>A dimension as it is asked for, and as its column is called.</summary>
    public static string Written(string name) => name switch
    {
        "region" => "places.region",
        "label" => "label.label",
        "stage" => "stage.stage",
        "day_stage" => "day_stage.stage",
        _ => name,
    };

    public override string ToString() =>
        $"{string.Join(", ", Query.Metrics)} per {Grain} over {Range.Text} by {string.Join(", ", By)} where {Filter.Text} in {Zone} {Options}";
}
