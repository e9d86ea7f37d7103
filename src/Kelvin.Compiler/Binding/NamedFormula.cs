using System.Text.RegularExpressions;

namespace Kelvin.Compiler.Binding;

/// <summary>A name or formula of a question and what its column is called: <c>trailing(revenue, 28 days) as recent</c>.</summary>
/// <param name="Text">The formula.</param>
/// <param name="Name">The name that was given, else the formula as written.</param>
public sealed partial record NamedFormula(string Text, string Name)
{
    /// <summary>Reads one.</summary>
    public static NamedFormula Read(string written) =>
        Naming().Match(written) is { Success: true } match
            ? new(match.Groups["formula"].Value, match.Groups["name"].Value)
            : new(written, written.Trim());

    [GeneratedRegex("""^\s*(?<formula>.*\S)\s+as\s+(?<name>[\p{L}_][\p{L}\p{N}_]*)\s*$""", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Naming();
}
