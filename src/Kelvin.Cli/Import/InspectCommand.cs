using System.CommandLine;
using Kelvin.Catalog;
using Kelvin.Cli.CommandLine;
using Kelvin.Cli.Terminals;
using Kelvin.Cli.Workspaces;

namespace Kelvin.Cli.Import;

/// <summary><c>kelvin inspect</c>: what a file is, before anything is done with it; in a workspace or outside of one.</summary>
internal static class InspectCommand
{
    public static Command Define(Session session)
    {
        var definition = new CommandDefinition(session, "inspect");
        var file = definition.NeededWord("file");
        var format = new FormatOptions(definition);
        definition.Command.SetAction(async (parsed, cancellationToken) =>
        {
            var known = format.Over(FileFormat.Default, parsed);
            if (!known.IsSound)
                return UsageErrors.Report(known.Issues, session.Terminal);
            var folder = WorkspaceSearch.Find(session, parsed.GetValue(session.Shared.Workspace));
            var catalog = folder.IsSound ? OpenedWorkspace.Read(folder.Value).Catalog : MetricCatalog.Empty;
            var looked = await new LookAtFile(session.Terminal, catalog.Settings.Currency).RunAsync(session.PathOf(parsed.GetValue(file)!), known.Value, cancellationToken);
            if (!looked.IsSound)
            {
                new IssuePrinter(session.Terminal, session.Terminal.Notes, _ => null).Print(looked.Issues);
                return ExitCode.Issues;
            }
            var printer = new ProposalPrinter(session.Terminal, catalog);
            printer.Print(looked.Value);
            printer.PrintQuestions(looked.Value.Questions.Select(new FileQuestions(session.Terminal).Open));
            printer.PrintSuggestions(looked.Value);
            return ExitCode.Fine;
        });
        return definition.Command;
    }
}
