using Kelvin.Catalog;
using Kelvin.Cli.Query.Tables;
using Kelvin.Cli.Terminals;
using Kelvin.Queries.Answers;
using Kelvin.Queries.Tracing;
using Spectre.Console;

namespace Kelvin.Cli.Versions;

/// <summary>What changed a value, as a table, newest first.</summary>
internal sealed class HistoryTable(Terminal terminal, MetricCatalog catalog, ValueHistory history)
{
    private readonly LoadWords _loads = new(terminal);
    private readonly AnswerWords _words = new(terminal, catalog, history.Current.Calendar);
    private readonly AnswerColumn _value = history.Current.Columns.First(column => column.Role == AnswerRole.Value);

    public void Write()
    {
        var frame = history.Current.Frame;
        terminal.Output.Write(new Text($"{_value.Label.In(terminal.Tongue)}: {Value(frame.Count > 0 ? frame[_value.Name][0] : null)}\n"));
        if (!history.Changes.IsEmpty)
        {
            var table = new Table { Border = TableBorder.Simple };
            foreach (var heading in new[] { "moment", "before", "after", "what", "who" })
                table.AddColumn(terminal.Say("history.columns." + heading));
            foreach (var change in history.Changes)
                table.AddRow(
                    new Text(_words.Moment(change.At)), new Text(Value(change.Before)), new Text(Value(change.After)),
                    new Text(string.Join("\n", change.Loads.Select(load => $"{load.Id} {load.Dataset}: {_loads.What(load)}"))),
                    new Text(string.Join("\n", change.Loads.Select(_loads.Who))));
            terminal.Output.Write(table);
        }
        terminal.Note(terminal.Say(history.IsWhole ? "history.whole" : "history.part", ("moments", history.Looked)));
    }

    private string Value(object? value) => _words.Value(value, _value.Type);
}
