using System.Text.RegularExpressions;

namespace Kelvin.Catalog.Connections;

/// <summary>A password or key, by name: definitions never hold the value, so they can be shared.</summary>
/// <param name="Name">The name under which it is kept.</param>
public sealed partial record SecretName(string Name)
{
    /// <summary>The most letters that one may have.</summary>
    public const int Longest = 100;

    /// <summary>Whether a text can be one: small letters, digits and underscores, a letter first.</summary>
    public static bool IsUsable(string text) => text.Length <= Longest && Pattern().IsMatch(text);

    [GeneratedRegex(@"\A[a-z][a-z0-9_]*\z")]
    private static partial Regex Pattern();
}
