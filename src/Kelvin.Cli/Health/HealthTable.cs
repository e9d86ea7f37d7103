using System.Globalization;
using Kelvin.Catalog;
using Kelvin.Cli.Query.Tables;
using Kelvin.Cli.Terminals;
using Kelvin.Language;
using Kelvin.Quantities;
using Kelvin.Queries.Trusting;
using Kelvin.Queries.Warehouse;
using Spectre.Console;

namespace Kelvin.Cli.Health;

/// <summary>Datasets with how fresh they are and how their checks went, and below what speaks against them.</summary>
internal sealed class HealthTable(Terminal terminal, MetricCatalog catalog, IReadOnlyDictionary<string, DatasetState> states, TrustReading trust)
{
    private static readonly Style Faint = new(decoration: Decoration.Dim);
    private readonly TrustWords _words = new(catalog, terminal.Tongue);
    private readonly CheckWords _checks = new(catalog, terminal.Tongue);
    private readonly AnswerWords _values = new(terminal, catalog, catalog.CalendarIn());

    /// <summary>Writes datasets that hold rows or of which something is expected.</summary>
    /// <returns>Whether nothing speaks against any of them.</returns>
    public bool Write(IReadOnlyList<Dataset> datasets, bool withChecks)
    {
        var shown = datasets.Where(dataset => withChecks || states.GetValueOrDefault(dataset.Name) is { Rows: > 0 } || dataset.Expects != Kelvin.Catalog.Expectations.DatasetExpectations.None && dataset.Pack is null).ToList();
        if (shown.Count == 0)
        {
            terminal.Note(terminal.Say("health.none"));
            return true;
        }
        var table = new Table { Border = TableBorder.Simple };
        foreach (var heading in new[] { "dataset", "status", "rows", "came", "next", "checks" })
            table.AddColumn(terminal.Say("health.columns." + heading));
        table.Columns[2].RightAligned();
        foreach (var dataset in shown)
            AddRow(table, dataset, trust.Of(dataset.Name));
        terminal.Output.Write(table);
        // Queries repeat what is said of the datasets that they read.
        var reasons = shown.SelectMany(dataset => trust.Of(dataset.Name).Reasons).Where(reason => reason.Level != TrustLevel.Empty).Distinct().ToList();
        foreach (var reason in reasons)
            terminal.Output.Write(new Text($"! {_words.Reason(reason)}\n", StyleOf(reason.Level)));
        if (withChecks)
            WriteChecks(shown[0]);
        return reasons.Count == 0;
    }

    private void AddRow(Table table, Dataset dataset, DatasetTrust found)
    {
        var state = states.GetValueOrDefault(dataset.Name);
        var results = TrustReading.ResultsOf(dataset, state).ToList();
        var passed = results.Count(one => one.Result?.Outcome == CheckOutcome.Passed);
        table.AddRow(
            new Text(dataset.Name), new Text(_words.Level(found.Level), StyleOf(found.Level)),
            new Text((state?.Rows ?? 0).ToString("N0", Texts.CultureOf(terminal.Tongue))),
            new Text((state?.Confirmed ?? state?.LastLoad) is { } came ? _values.Moment(came) : Display.Missing),
            new Text(found.NextDue is { } next ? _values.Moment(next) : ""),
            new Text(results.Count == 0 ? "" : terminal.Say("health.passed", ("passed", passed), ("checks", results.Count))));
    }

    private void WriteChecks(Dataset dataset)
    {
        foreach (var (check, result) in TrustReading.ResultsOf(dataset, states.GetValueOrDefault(dataset.Name)))
        {
            var (mark, style) = result?.Outcome switch
            {
                CheckOutcome.Passed => ("✓", new Style(Color.Green)),
                CheckOutcome.Failed => ("✗", new Style(Color.Red)),
                _ => ("–", Faint),
            };
            terminal.Output.Write(new Text($"{mark} ", style));
            terminal.Output.Write(new Text(_checks.Name(check)));
            terminal.Output.Write(new Text($"  {terminal.Say("health.otherwise." + check.Otherwise.ToString().ToLower(CultureInfo.InvariantCulture))}, {_checks.InShort(check, result)}\n", Faint));
        }
    }

    private static Style StyleOf(TrustLevel level) => level switch
    {
        TrustLevel.Sound => new Style(Color.Green),
        TrustLevel.Late or TrustLevel.Blocked => new Style(Color.Yellow),
        TrustLevel.Failing => new Style(Color.Red),
        _ => Faint,
    };
}
