using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Cli.Query.Tables;
using Kelvin.Cli.Terminals;
using Kelvin.Entries.Owing;
using Spectre.Console;

namespace Kelvin.Cli.Entries;

/// <summary>Numbers that are owed, as a table.</summary>
internal sealed class OwedTable(Terminal terminal, MetricCatalog catalog)
{
    private readonly Calendars.Calendar _calendar = catalog.CalendarIn();

    public void Write(ImmutableArray<OwedSheet> owed)
    {
        if (owed.IsEmpty)
        {
            terminal.Note(terminal.Say(catalog.Forms.IsEmpty ? "entries.no-forms" : "entries.none"));
            return;
        }
        var words = new AnswerWords(terminal, catalog, _calendar);
        var table = new Table { Border = TableBorder.Simple };
        foreach (var heading in new[] { "form", "period", "owner", "due", "status" })
            table.AddColumn(terminal.Say("entries.columns." + heading));
        foreach (var sheet in owed)
            table.AddRow(
                new Text(sheet.Form.Label.In(terminal.Tongue)), new Text(words.Period(sheet.Period)), new Text(sheet.Owner ?? "–"),
                new Text(sheet.DueOn is { } day ? words.Period(_calendar.DayPeriod(day)) : "–"), Status(sheet));
        terminal.Output.Write(table);
    }

    private Text Status(OwedSheet sheet)
    {
        var status = terminal.Say("entries.status." + Word(sheet));
        return sheet.IsOverdue
            ? new Text($"{status}, {terminal.Say("entries.late", ("days", sheet.DaysLate))}", new Style(Color.Red))
            : new Text(status, sheet.IsReminded ? new Style(Color.Yellow) : Style.Plain);
    }

    private static string Word(OwedSheet sheet) => sheet.Status switch
    {
        SheetStatus.NotBegun => "not-begun",
        SheetStatus.Submitted when sheet.WaitsForApproval => "waits",
        var status => status.ToString().ToLowerInvariant(),
    };
}
