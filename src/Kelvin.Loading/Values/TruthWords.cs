using System.Collections.Frozen;

namespace Kelvin.Loading.Values;

/// <summary>Words for true and false, in both languages.</summary>
internal static class TruthWords
{
    private const int Longest = 6;

    private static readonly FrozenDictionary<string, bool>.AlternateLookup<ReadOnlySpan<char>> Words = new Dictionary<string, bool>
    {
        ["true"] = true, ["t"] = true, ["yes"] = true, ["y"] = true, ["1"] = true, ["ja"] = true, ["j"] = true, ["sant"] = true,
        ["false"] = false, ["f"] = false, ["no"] = false, ["n"] = false, ["0"] = false, ["nej"] = false, ["falskt"] = false,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What a word says, or null where it says neither.</summary>
    public static bool? Read(ReadOnlySpan<char> word) =>
        word.Length <= Longest && Words.TryGetValue(word, out var truth) ? truth : null;
}
