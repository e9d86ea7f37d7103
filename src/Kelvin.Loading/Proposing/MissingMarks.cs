using System.Buffers;
using System.Collections.Frozen;

namespace Kelvin.Loading.Proposing;

/// <summary>What people and programs write where there is no value.</summary>
internal static class MissingMarks
{
    private static readonly FrozenSet<string> Marks = new[]
    {
        "n/a", "na", "#n/a", "nan", "null", "none", "nil", "-", "--", "–", "—", "?", "saknas", "uppgift saknas", "missing", "unknown", "(null)", "(blank)", "(tom)", ".",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<char> Beginnings = SearchValues.Create([.. Marks.SelectMany(mark => new[] { mark[0], char.ToUpperInvariant(mark[0]) }).Distinct()]);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Marks.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether one of them begins with this byte.</summary>
    public static bool MayBegin(byte first) => Beginnings.Contains((char)first);

    /// <summary>Whether a text, which is not empty, is one of them.</summary>
    public static bool Are(ReadOnlySpan<char> text) => Beginnings.Contains(text[0]) && Lookup.Contains(text);
}
