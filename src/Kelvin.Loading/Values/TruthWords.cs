namespace Kelvin.Loading.Values;

/// <summary>Words for true and false, in both languages.</summary>
internal static class TruthWords
{
    /// <summary>What a word says, or null where it says neither.</summary>
    public static bool? Read(ReadOnlySpan<char> word) => word.Length > 6 ? null : word.ToString().ToLowerInvariant() switch
    {
        "true" or "t" or "yes" or "y" or "1" or "ja" or "j" or "sant" => true,
        "false" or "f" or "no" or "n" or "0" or "nej" or "falskt" => false,
        _ => null,
    };
}
