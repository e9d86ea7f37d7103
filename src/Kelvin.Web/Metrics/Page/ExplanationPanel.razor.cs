using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Quantities;
using Kelvin.Queries.Answers;
using Kelvin.Queries.Warehouse;
using Kelvin.Web.Elements;
using Kelvin.Web.Metrics.Words;
using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Metrics.Page;

/// <summary>How an answer came about: what was read, how fresh it is, and every step from the formula to the engine.</summary>
public sealed partial class ExplanationPanel
{
    [Parameter, EditorRequired]
    public MetricAnswer Answer { get; set; } = null!;

    [Parameter, EditorRequired]
    public MetricCatalog Catalog { get; set; } = null!;

    private Explanation Explanation => Answer.Explanation;

    private Wording Words => field ??= new Wording(Reader.Tongue, Catalog);

    private TableView Datasets => new(
        [
            new(Reader.Say("explain.dataset")), new(Reader.Say("explain.rows"), IsNumber: true), new(Reader.Say("explain.watermark")),
            new(Reader.Say("explain.loaded")), new(Reader.Say("explain.source")),
        ],
        [.. Explanation.Datasets.Select(state => (ImmutableArray<TableCell>)
        [
            new(Catalog.Datasets.TryGetValue(state.Dataset, out var dataset) ? Reader.Read(dataset.Label) : state.Dataset),
            new(Words.Full(Quantity.Exact(state.Rows, Unit.None))),
            new(Watermark(state)),
            new(state.LastLoad is { } loaded ? Words.Moment(loaded) : Display.Missing),
            new(state.LastSource ?? Display.Missing),
        ])]);

    private TableView Definitions => new(
        [new(Reader.Say("explain.metric")), new(Reader.Say("definition.formula")), new(Reader.Say("facts.version"))],
        [.. Explanation.Definitions.Select(definition => (ImmutableArray<TableCell>)
            [new(definition.Metric, "/metrics/" + definition.Metric), new(definition.Formula), new(definition.Version)])]);

    private string Run => Explanation.FromCache
        ? Reader.Say("explain.cached", ("rollup", Rollup), ("catalog", Explanation.CatalogVersion))
        : Reader.Say("explain.ran",
            ("compiling", Seconds(Explanation.Compiling)), ("running", Seconds(Explanation.Running)),
            ("rollup", Rollup), ("catalog", Explanation.CatalogVersion));

    private string Rollup => Language.Texts.Say(Reader.Tongue, Explanation.Rollup);

    private string Seconds(TimeSpan time) =>
        time.TotalMilliseconds.ToString(time.TotalMilliseconds < 10 ? "0.0" : "0", Reader.Culture) + " ms";

    // A day is kept as its midnight, an instant as UTC: only the latter has a time of day to show.
    private string Watermark(DatasetState state)
    {
        if (state.Watermark is not { } moment)
            return Display.Missing;
        var axis = Catalog.Datasets.TryGetValue(state.Dataset, out var dataset) && dataset.Time is { } time ? dataset.Find(time) : null;
        return axis?.Type.Kind == Formulas.ValueKind.Timestamp
            ? Words.Moment(new DateTimeOffset(DateTime.SpecifyKind(moment, DateTimeKind.Utc)))
            : Words.Cell(DateOnly.FromDateTime(moment), Formulas.DataType.Date);
    }
}
