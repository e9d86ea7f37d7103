using System.Text.RegularExpressions;

namespace Kelvin.Connectors.Files;

/// <summary>A path with <c>*</c> for any signs but a slash, and <c>?</c> for one.</summary>
internal sealed class PathPattern
{
    private readonly Regex _pattern;

    public PathPattern(string written)
    {
        var path = written.Replace('\\', '/').TrimStart('/');
        Prefix = path[..(path.IndexOfAny(['*', '?']) is >= 0 and var wild ? wild : path.Length)];
        _pattern = new Regex(
            $@"\A{Regex.Escape(path).Replace(@"\*", "[^/]*", StringComparison.Ordinal).Replace(@"\?", "[^/]", StringComparison.Ordinal)}\z",
            RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }

    /// <summary>What every path that fits begins with.</summary>
    public string Prefix { get; }

    /// <summary>The folder in which every path that fits lies, or below it.</summary>
    public string Folder => Prefix[..(Prefix.LastIndexOf('/') + 1)];

    /// <summary>Whether a path, written with slashes, fits.</summary>
    public bool Fits(string path) => _pattern.IsMatch(path);
}
