using System.Collections.Immutable;
using System.Globalization;
using Kelvin.Calendars;
using Kelvin.Catalog;
using Kelvin.Catalog.Forms;
using Kelvin.Cli.CommandLine;
using Kelvin.Cli.Workspaces;
using Kelvin.Entries;
using Kelvin.Entries.Deciding;
using Kelvin.Entries.Posting;
using Kelvin.Entries.Saving;
using Kelvin.Language;
using Kelvin.State;
using Microsoft.EntityFrameworkCore;

namespace Kelvin.Cli.Init;

/// <summary>Fills in forms of the sample company as its people would have: most of it approved, the last month in part, something waiting.</summary>
internal static class SampleEntries
{
    private const string Form = "customer_satisfaction";

    private static readonly string[] Channels = ["web", "store", "business"];

    /// <summary>Enters the numbers, through the same handlers as everybody.</summary>
    public static async Task FillAsync(Session session, WorkspaceAtWork workspace, CancellationToken cancellationToken)
    {
        var catalog = workspace.Definitions.Catalog;
        if (catalog.Forms.GetValueOrDefault(Form) is not { Since: { } since } form)
            return;
        await using var services = await WorkspaceState.OpenAsync(session.Surroundings, workspace.Definitions.Folder, cancellationToken);
        var (states, catalogs, clock) = (services.GetRequiredService<IDbContextFactory<KelvinState>>(), new FixedCatalog(catalog), session.Surroundings.Clock);
        using var posting = new PostEntries(catalogs, workspace.Warehouse, states, clock);
        var (saving, deciding) = (new SaveCells(catalogs, workspace.Warehouse, states, clock), new DecideSheet(catalogs, workspace.Warehouse, states, posting, clock));
        var calendar = catalog.CalendarIn();
        var last = calendar.Move(calendar.PeriodOf(Grain.Month, clock.GetUtcNow()), -1);
        foreach (var month in calendar.Periods(Grain.Month, calendar.Range(since, last.FirstDay)))
            await GiveAsync(saving, deciding, form, month.FirstDay, ["Karin Berg", "Olle Ek"], isApproved: month != calendar.Move(last, -1), cancellationToken);
        await saving.SaveAsync(Form, Person("Karin Berg"), [.. Cells(last.FirstDay, "web")], isTrial: false, cancellationToken);
    }

    private static async Task GiveAsync(
        SaveCells saving, DecideSheet deciding, Form form, DateOnly month, string[] owners, bool isApproved, CancellationToken cancellationToken)
    {
        foreach (var owner in owners)
        {
            var own = Channels.Where(channel => form.OwnerOf(new Dictionary<string, string> { ["channel"] = channel }) == owner);
            await saving.SaveAsync(Form, Person(owner), [.. own.SelectMany(channel => Cells(month, channel))], isTrial: false, cancellationToken);
            await deciding.SubmitAsync(new SheetAction(Form, month, Person(owner)) { Owner = owner }, cancellationToken);
            if (isApproved)
                await deciding.ApproveAsync(new SheetAction(Form, month, Person("Anna Lind")) { Owner = owner }, cancellationToken);
        }
    }

    /// <summary>Numbers that differ from month to month and are the same for everybody.</summary>
    private static CellEdit[] Cells(DateOnly month, string channel)
    {
        var turn = month.Year * 12 + month.Month + Array.IndexOf(Channels, channel) * 5;
        var asked = 180 + turn * 37 % 90;
        var satisfied = asked * (72 + turn * 17 % 16) / 100;
        return [Cell(month, channel, "asked", asked), Cell(month, channel, "satisfied", satisfied)];
    }

    private static CellEdit Cell(DateOnly month, string channel, string column, int value) =>
        new(month, ImmutableSortedDictionary<string, string>.Empty.Add("channel", channel), column, value.ToString(CultureInfo.InvariantCulture), Tongue.English, 0);

    private static PersonName Person(string name) => PersonName.Of(name).Value!;
}
