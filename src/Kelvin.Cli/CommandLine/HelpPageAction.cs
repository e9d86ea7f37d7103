using System.CommandLine;
using System.CommandLine.Invocation;
using Kelvin.Cli.Terminals;

namespace Kelvin.Cli.CommandLine;

/// <summary>Shows the help of the command that was named.</summary>
internal sealed class HelpPageAction(Terminal terminal) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        new HelpPage(terminal, parseResult.CommandResult.Command).Write();
        return ExitCode.Fine;
    }
}
