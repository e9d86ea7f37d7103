using Kelvin.Cli.Terminals;

namespace Kelvin.Cli.CommandLine;

/// <summary>One run of the program, as every command sees it.</summary>
/// <param name="Surroundings">Where it runs.</param>
/// <param name="Terminal">What it speaks through.</param>
/// <param name="Shared">The options that every command takes.</param>
internal sealed record Session(Surroundings Surroundings, Terminal Terminal, SharedOptions Shared)
{
    /// <summary>A path as the person meant it: relative to where the command was given.</summary>
    public string PathOf(string written) => Path.GetFullPath(written, Surroundings.Folder);
}
