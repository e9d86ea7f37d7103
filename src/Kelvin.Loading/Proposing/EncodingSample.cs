using Kelvin.Loading.Text;

namespace Kelvin.Loading.Proposing;

/// <summary>What a person can tell the encoding of a text by.</summary>
internal static class EncodingSample
{
    private const int LongestSample = 80;

    /// <summary>A part of the first line with letters that other encodings would show otherwise; null where there is none.</summary>
    public static string? Of(SourceText source)
    {
        using var reader = new StreamReader(source.Open());
        for (var line = reader.ReadLine(); line is not null; line = reader.ReadLine())
            if (line.AsSpan().IndexOfAnyExceptInRange('\0', '\u007f') is >= 0 and var at)
            {
                var from = Math.Max(0, at - LongestSample / 2);
                return line.Substring(from, Math.Min(LongestSample, line.Length - from));
            }
        return null;
    }
}
