using System.Text;

namespace Kelvin.Cli.Terminals;

/// <summary>What a command has around it: where it writes, where it stands, and what time it is.</summary>
public sealed class Surroundings : IDisposable
{
    /// <summary>Where data goes.</summary>
    public required Stream Output { get; init; }

    /// <summary>Where everything else goes: progress, warnings, hints.</summary>
    public required TextWriter Notes { get; init; }

    /// <summary>What is typed or handed over by another program.</summary>
    public TextReader Input { get; init; } = TextReader.Null;

    /// <summary>The folder in which the command was given.</summary>
    public required string Folder { get; init; }

    /// <summary>Reads a variable of the environment; null when it is not set.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Whether a person watches the output.</summary>
    public bool IsOutputWatched { get; init; }

    /// <summary>Whether a person types the input.</summary>
    public bool IsInputWatched { get; init; }

    /// <summary>Whether a person watches the notes.</summary>
    public bool AreNotesWatched { get; init; }

    /// <summary>The process as it was started.</summary>
    public static Surroundings OfThisProcess()
    {
        // Windows writes the console's old code page unless told otherwise.
        if (OperatingSystem.IsWindows())
            Console.OutputEncoding = Encoding.UTF8;
        return new Surroundings
        {
            Output = Console.OpenStandardOutput(),
            Notes = Console.Error,
            Input = Console.In,
            Folder = Directory.GetCurrentDirectory(),
            Variable = Environment.GetEnvironmentVariable,
            IsOutputWatched = !Console.IsOutputRedirected,
            AreNotesWatched = !Console.IsErrorRedirected,
            IsInputWatched = !Console.IsInputRedirected,
        };
    }

    /// <inheritdoc />
    public void Dispose() => Output.Dispose();
}
