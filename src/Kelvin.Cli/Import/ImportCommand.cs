using System.CommandLine;
using Kelvin.Catalog;
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
        var format = new FormatOptions(definition);
        var into = new ImportOptions(definition);
        definition.Command.SetAction(async (parsed, cancellationToken) =>
        {
            var folder = WorkspaceSearch.Find(session, parsed.GetValue(session.Shared.Workspace));
            if (!folder.IsSound)
                return UsageErrors.Report(folder.Issues, session.Terminal);
            await using var workspace = await WorkspaceAtWork.OpenAsync(session, folder.Value, cancellationToken);
            if (into.Contradictions(parsed, append, upsert) is { IsEmpty: false } contradictions)
                return UsageErrors.Report(contradictions, session.Terminal);
            var words = new ImportWords(workspace.Definitions.Catalog, parsed.GetValue(dataset), [.. parsed.GetValue(files) ?? []]);
            if (words.AreFiles(session) || format.AreGiven(parsed) || into.AreGiven(parsed))
                return await LookAndLoadAsync(words);
            var plan = ImportPlan.Of(workspace.Definitions, words.First, [.. words.Rest.Select(session.PathOf)]);
            return plan.IsSound
                ? await new ImportFiles(session, workspace).RunAsync(plan.Value, Mode(parsed) ?? LoadMode.Replace, cancellationToken)
                : UsageErrors.Report(plan.Issues, session.Terminal);

            async Task<int> LookAndLoadAsync(ImportWords written)
            {
                var answers = into.Read(parsed, Mode(parsed)).Then(written.With);
                if (!answers.IsSound)
                    return UsageErrors.Report(answers.Issues, session.Terminal);
                var known = answers.Value.Dataset is { } name && workspace.Definitions.Catalog.Datasets.TryGetValue(name, out var target)
                    && target.Source is DatasetSource.Files { Format: var own } ? own : FileFormat.Default;
                var said = format.Over(known, parsed);
                return said.IsSound
                    ? await new ImportOneFile(session, workspace, folder.Value, answers.Value).RunAsync(written.Files(session, answers.Value), said.Value, cancellationToken)
                    : UsageErrors.Report(said.Issues, session.Terminal);
            }
        });
        return definition.Command;

        LoadMode? Mode(ParseResult parsed) =>
            parsed.GetValue(upsert) ? LoadMode.Upsert : parsed.GetValue(append) ? LoadMode.Append : null;
    }
}
