using System.Text.RegularExpressions;

namespace Cli.Tests;

/// <summary>Takes out of an output what differs from run to run.</summary>
internal static partial class Stable
{
    public static string Import(string output) => Seconds().Replace(output, "N s").Replace('\\', '/');

    [GeneratedRegex(@"\d+[.,]\d s")]
    private static partial Regex Seconds();
}
