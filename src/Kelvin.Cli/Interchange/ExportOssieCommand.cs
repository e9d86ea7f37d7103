using System.CommandLine;
using Kelvin.Cli.CommandLine;
using Kelvin.Cli.Workspaces;
using Kelvin.Interchange.Ossie.Export;
using Kelvin.Language;

namespace Kelvin.Cli.Interchange;

/// <summary><c>kelvin export-ossie</c>: the definitions as a core model of Apache Ossie.</summary>
internal static class ExportOssieCommand
{
    public static Command Define(Session session)
    {
        var definition = new CommandDefinition(session, "export-ossie");
        var file = definition.NeededWord("file");
        var force = definition.Flag("--force");
        var format = definition.Value("--format", "check-format");
        definition.Command.SetAction(parsed => Run(
            session, session.PathOf(parsed.GetValue(file)!), parsed.GetValue(session.Shared.Workspace), parsed.GetValue(force), parsed.GetValue(format)));
        return definition.Command;
    }

    private static int Run(Session session, string file, string? named, bool isForced, string? format)
    {
        var terminal = session.Terminal;
        if (format is not (null or "text" or "json"))
            return UsageErrors.Report([Issue.At(null, "cli.usage.format", ("written", format), ("known", "text, json"))], terminal);
        var folder = WorkspaceSearch.Find(session, named);
        if (!folder.IsSound)
            return UsageErrors.Report(folder.Issues, terminal);
        var workspace = OpenedWorkspace.Read(folder.Value);
        var export = OssieExport.Of(workspace.Catalog);
        if (File.Exists(file) && !isForced)
        {
            UsageErrors.Report([Issue.At(null, "cli.interchange.file-stands", ("file", file))], terminal);
            return ExitCode.Issues;
        }
        File.WriteAllText(file, export.Text);
        if (format == "json")
            ReportJson.Write(export.Report, [file], terminal.Tongue, terminal.Data);
        else
        {
            new ReportTable(terminal).Write(export.Report);
            terminal.Text.WriteLine(terminal.Say("interchange.wrote", ("file", Path.GetRelativePath(session.Surroundings.Folder, file))));
        }
        // What has errors is not there to be exported.
        return workspace.MentionErrors(terminal) > 0 ? ExitCode.Issues : export.Report.IsLossy ? ExitCode.PartsLost : ExitCode.Fine;
    }
}
