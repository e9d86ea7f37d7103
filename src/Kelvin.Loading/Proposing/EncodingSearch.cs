using System.Text;
using Kelvin.Loading.Text;

namespace Kelvin.Loading.Proposing;

/// <summary>Finds the encoding of a text that does not name it: UTF-8 where every byte fits, else Windows-1252, in which every byte is a letter.</summary>
internal static class EncodingSearch
{
    private const int LongestSample = 80;

    /// <summary>The text in the encoding that its bytes fit.</summary>
    public static SourceText Find(SourceText source, CancellationToken cancellationToken)
    {
        if (source.IsCertain || source.Rows is not null)
            return source;
        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var bytes = new byte[1 << 16];
        var characters = new char[bytes.Length + 1];
        using var stream = source.Bytes.Open();
        try
        {
            for (var read = -1; read != 0;)
            {
                cancellationToken.ThrowIfCancellationRequested();
                read = stream.Read(bytes);
                decoder.GetChars(bytes.AsSpan(0, read), characters, flush: read == 0);
            }
            return source with { IsCertain = true };
        }
        catch (DecoderFallbackException)
        {
            return source with { Encoding = SourceText.Western, IsCertain = true };
        }
    }

    /// <summary>A part of the first line with letters that other encodings would show otherwise; null where there is none.</summary>
    public static string? Sample(SourceText source)
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
