using Kelvin.Catalog;
using Kelvin.Cli.Query.Tables;
using Kelvin.Cli.Terminals;
using Kelvin.Language;
using Kelvin.Queries.Answers;
using Kelvin.Queries.Trusting;
using Kelvin.Queries.Warehouse;
using Spectre.Console;

namespace Kelvin.Cli.Explain;

/// <summary>How an answer came about, from the definitions to the statement that ran.</summary>
internal sealed class ExplanationPage(Terminal terminal, MetricCatalog catalog, MetricAnswer answer)
{
    private static readonly Style Heading = new(Color.Aqua, decoration: Decoration.Bold);
    private static readonly Style Faint = new(decoration: Decoration.Dim);
    private readonly AnswerWords _words = new(terminal, catalog, answer.Calendar);
    private readonly TrustWords _trust = new(catalog, terminal.Tongue);

    public void Write()
    {
        var explanation = answer.Explanation;
        Title("definitions");
        foreach (var definition in explanation.Definitions)
            Definition(definition);
        Title("datasets");
        if (explanation.KnownOn is { } known)
            Line("  " + terminal.Say("explain.known-on", ("moment", _words.Moment(known))) + "\n");
        foreach (var dataset in explanation.Datasets)
            Dataset(dataset);
        foreach (var reason in answer.Trust.SelectMany(trust => trust.Reasons).Select(_trust.Reason).Distinct())
            Line($"  ! {reason}\n", new Style(Color.Yellow));
        Line("\n");
        if (!explanation.Notes.IsEmpty)
        {
            Title("notes");
            Block(string.Join('\n', explanation.Notes.Select(note => note.Message(terminal.Tongue))));
        }
        if (!explanation.RowFilters.IsEmpty)
        {
            Title("rights");
            Block(string.Join('\n', explanation.RowFilters));
        }
        foreach (var stage in explanation.Stages)
        {
            Title("stage-" + stage.Name);
            Block(stage.Text);
        }
        Title("sql");
        foreach (var statement in explanation.Statements)
            Block(statement + "\n");
        Line("  " + Texts.Say(terminal.Tongue, explanation.Rollup) + "\n\n", Faint);
        Title("times");
        Line("  " + terminal.Say("explain.took", ("compiling", Milliseconds(explanation.Compiling)), ("running", Milliseconds(explanation.Running)),
            ("rows", answer.Frame.Count), ("catalog", explanation.CatalogVersion)) + "\n");
    }

    private void Definition(MetricDefinition definition)
    {
        var metric = answer.Metrics.FirstOrDefault(asked => asked.Name == definition.Metric) ?? catalog.Metrics[definition.Metric];
        Line($"  {metric.Label.In(terminal.Tongue)} ({definition.Metric})");
        Line($"  {(definition.Version == Metric.Unversioned ? terminal.Say("explain.asked") : terminal.Say("explain.defined", ("place", metric.Place?.ToString() ?? "–"), ("version", definition.Version)))}\n", Faint);
        if (metric.Description is { } description)
            Line($"    {description.In(terminal.Tongue).Trim().ReplaceLineEndings("\n    ")}\n");
        Line($"    = {definition.Formula.Trim().ReplaceLineEndings("\n      ")}\n\n", new Style(Color.Yellow));
    }

    private void Dataset(DatasetState state)
    {
        Line($"  {catalog.Datasets[state.Dataset].Label.In(terminal.Tongue)} ({state.Dataset})");
        Line("  " + terminal.Say("explain.rows", ("rows", state.Rows)), Faint);
        if (state.Earliest is { } earliest && state.Watermark is { } watermark)
            Line(", " + terminal.Say("explain.extent", ("from", Moment(earliest, state)), ("until", Moment(watermark, state))), Faint);
        if (state.LastLoad is { } loaded)
            Line(", " + terminal.Say("explain.loaded", ("moment", _words.Moment(loaded)), ("source", state.LastSource ?? "–")), Faint);
        Line("\n");
    }

    /// <summary>Days are kept as their midnight, and are no moments.</summary>
    private string Moment(DateTime at, DatasetState state)
    {
        var dataset = catalog.Datasets[state.Dataset];
        var isDay = dataset.Time is { } time && dataset.Find(time)?.Type.Kind == Formulas.ValueKind.Date;
        return isDay ? _words.Value(DateOnly.FromDateTime(at), Formulas.DataType.Date) : _words.Value(at, Formulas.DataType.Timestamp);
    }

    private string Milliseconds(TimeSpan span) => span.TotalMilliseconds.ToString("0.0", Texts.CultureOf(terminal.Tongue));

    private void Title(string key) => Line(terminal.Say("explain." + key) + "\n", Heading);

    private void Block(string text) => Line("  " + text.Trim().ReplaceLineEndings("\n  ") + "\n\n");

    private void Line(string text, Style? style = null) => terminal.Output.Write(new Text(text, style ?? Style.Plain));
}
