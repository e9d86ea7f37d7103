using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;
using Kelvin.Cli.Terminals;

namespace Kelvin.Cli.CommandLine;

/// <summary>Says which version this is.</summary>
internal sealed class VersionAction(Terminal terminal) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var version = typeof(VersionAction).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        terminal.Text.WriteLine("kelvin " + version.Split('+')[0]);
        return ExitCode.Fine;
    }
}
