namespace Kelvin.Cli.CommandLine;

/// <summary>What a command tells the program that called it.</summary>
internal static class ExitCode
{
    /// <summary>All is well.</summary>
    public const int Fine = 0;

    /// <summary>There are errors in definitions, questions or files, or tests failed.</summary>
    public const int Issues = 1;

    /// <summary>The command was not understood, or there is no workspace.</summary>
    public const int Usage = 2;

    /// <summary>Everything was imported but some rows.</summary>
    public const int RowsRejected = 3;

    /// <summary>The outside world is broken: the warehouse is held by another process, the disk is full.</summary>
    public const int Broken = 4;

    /// <summary>Definitions went from one tool to another, and something of them has no counterpart there.</summary>
    public const int PartsLost = 5;

    /// <summary>The person stopped it.</summary>
    public const int Cancelled = 130;

    /// <summary>Every code, in order.</summary>
    public static IReadOnlyList<int> All { get; } = [Fine, Issues, Usage, RowsRejected, Broken, PartsLost, Cancelled];
}
