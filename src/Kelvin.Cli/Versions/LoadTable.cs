using System.Collections.Immutable;
using System.Globalization;
using Kelvin.Catalog;
using Kelvin.Cli.Query.Tables;
using Kelvin.Cli.Terminals;
using Kelvin.Queries.Warehouse;
using Spectre.Console;

namespace Kelvin.Cli.Versions;

/// <summary>Loads as a table, newest first.</summary>
internal sealed class LoadTable(Terminal terminal, MetricCatalog catalog)
{
    private readonly LoadWords _loads = new(terminal);
    private readonly AnswerWords _words = new(terminal, catalog, Calendars.Calendar.Gregorian(catalog.Settings.Zone, catalog.Settings.FiscalYearStart));

    public void Write(ImmutableArray<LoadRecord> loads)
    {
        if (loads.IsEmpty)
        {
            terminal.Note(terminal.Say("loads.none"));
            return;
        }
        var table = new Table { Border = TableBorder.Simple };
        foreach (var heading in new[] { "load", "moment", "dataset", "what", "rows", "who" })
            table.AddColumn(terminal.Say("loads.columns." + heading));
        table.Columns[0].RightAligned();
        foreach (var load in loads)
            table.AddRow(
                new Text(load.Id.ToString(CultureInfo.InvariantCulture)), new Text(_words.Moment(load.Moment)), new Text(load.Dataset),
                new Text(_loads.What(load)), new Text(_loads.Rows(load)), new Text(_loads.Who(load)));
        terminal.Output.Write(table);
    }
}
