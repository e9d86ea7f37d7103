using Kelvin.Cli.CommandLine;
using Kelvin.Workspace;

namespace Kelvin.Cli.Init;

/// <summary>Makes a workspace with settings and an example to change.</summary>
internal sealed class StartWorkspace(Session session)
{
    public int Run(string folder)
    {
        var terminal = session.Terminal;
        var written = WorkspaceTemplate.Write(folder, terminal.Tongue);
        if (!written.IsSound)
        {
            UsageErrors.Report(written.Issues, terminal);
            return ExitCode.Issues;
        }
        terminal.Text.WriteLine(terminal.Say("init.made", ("folder", folder)));
        foreach (var file in written.Value)
            terminal.Text.WriteLine("  " + Path.GetRelativePath(folder, file));
        terminal.Note("\n" + terminal.Say("init.next"));
        return ExitCode.Fine;
    }
}
