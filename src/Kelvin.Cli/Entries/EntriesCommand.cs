using System.CommandLine;
using System.Globalization;
using Kelvin.Catalog;
using Kelvin.Cli.CommandLine;
using Kelvin.Cli.Workspaces;
using Kelvin.Entries;
using Kelvin.Entries.Owing;
using Kelvin.Language;
using Kelvin.State;
using Microsoft.EntityFrameworkCore;

namespace Kelvin.Cli.Entries;

/// <summary><c>kelvin entries</c>: who owes which numbers by when.</summary>
internal static class EntriesCommand
{
    public static Command Define(Session session)
    {
        var definition = new CommandDefinition(session, "entries");
        var person = definition.Value("--person", "person");
        var days = definition.Value("--days", "number");
        var overdue = definition.Flag("--overdue");
        definition.Command.SetAction((parsed, cancellationToken) => RunAsync(
            session, parsed.GetValue(session.Shared.Workspace), parsed.GetValue(person), parsed.GetValue(days), parsed.GetValue(overdue), cancellationToken));
        return definition.Command;
    }

    private static async Task<int> RunAsync(Session session, string? named, string? person, string? written, bool onlyOverdue, CancellationToken cancellationToken)
    {
        var days = ListOwed.UsualDaysAhead;
        if (written is not null && !int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out days))
            return UsageErrors.Report([Issue.At(null, "cli.usage.number", ("name", "--days"), ("written", written))], session.Terminal);
        var who = person is null ? null : PersonName.Of(person);
        if (who is { IsSound: false })
            return UsageErrors.Report(who.Issues, session.Terminal);
        var folder = WorkspaceSearch.Find(session, named);
        if (!folder.IsSound)
            return UsageErrors.Report(folder.Issues, session.Terminal);
        await using var workspace = await WorkspaceAtWork.OpenAsync(session, folder.Value, cancellationToken);
        await using var services = await WorkspaceState.OpenAsync(session.Surroundings, folder.Value.Path, cancellationToken);
        var owing = new ListOwed(
            new FixedCatalog(workspace.Definitions.Catalog), workspace.Warehouse, services.GetRequiredService<IDbContextFactory<KelvinState>>(), session.Surroundings.Clock);
        var owed = await owing.ListAsync(who?.Value, days, cancellationToken);
        new OwedTable(session.Terminal, workspace.Definitions.Catalog).Write([.. owed.Sheets.Where(sheet => onlyOverdue ? sheet.IsOverdue : !sheet.IsHandedIn || sheet.WaitsForApproval)]);
        return ExitCode.Fine;
    }
}
