using System.CommandLine;
using Kelvin.Cli.CommandLine;
using Kelvin.Cli.Workspaces;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Cli.Import;

/// <summary><c>kelvin import</c>: rows from files.</summary>
internal static class ImportCommand
{
    public static Command Define(Session session)
    {
        var definition = new CommandDefinition(session, "import");
        var dataset = definition.Word("dataset");
        var files = definition.Words("file", ArgumentArity.ZeroOrMore);
        var append = definition.Flag("--append");
        var upsert = definition.Flag("--upsert");
        definition.Command.SetAction(async (parsed, cancellationToken) =>
        {
            var folder = WorkspaceSearch.Find(session, parsed.GetValue(session.Shared.Workspace));
            if (!folder.IsSound)
                return UsageErrors.Report(folder.Issues, session.Terminal);
            await using var workspace = await WorkspaceAtWork.OpenAsync(session, folder.Value, cancellationToken);
            var plan = ImportPlan.Of(
                workspace.Definitions, parsed.GetValue(dataset), [.. (parsed.GetValue(files) ?? []).Select(session.PathOf)]);
            return plan.IsSound
                ? await new ImportFiles(session, workspace).RunAsync(
                    plan.Value, parsed.GetValue(upsert) ? LoadMode.Upsert : parsed.GetValue(append) ? LoadMode.Append : LoadMode.Replace, cancellationToken)
                : UsageErrors.Report(plan.Issues, session.Terminal);
        });
        return definition.Command;
    }
}
