using System.Text;
using Kelvin.Loading.Formats;

namespace Kelvin.Loading.Text;

/// <summary>A table as text, and its encoding.</summary>
/// <param name="Bytes">Where its bytes are.</param>
/// <param name="Encoding">Their encoding.</param>
/// <param name="BomLength">Bytes of the mark at the beginning that names the encoding.</param>
/// <param name="IsCertain">Whether the encoding is named by the file or by a person, rather than assumed.</param>
public sealed record SourceText(TableBytes Bytes, Encoding Encoding, int BomLength, bool IsCertain)
{
    static SourceText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The encoding of text that is not UTF-8 when nothing else is known.</summary>
    public static Encoding Western => Encoding.GetEncoding(1252);

    /// <summary>The file.</summary>
    public string Path => Bytes.Path;

    /// <summary>The rows of a format that is not text; null for text.</summary>
    public ITypedRows? Rows { get; init; }

    /// <summary>The mark in the numbers of typed rows: the one that texts in the same file have.</summary>
    public char DecimalMark { get; init; } = '.';

    /// <summary>Whether the file's bytes can be read as they are.</summary>
    public bool IsUtf8 => Encoding is UTF8Encoding && Rows is null && Bytes.Entry is null;

    /// <summary>The text as UTF-8, from after the mark.</summary>
    public Stream Open() => Rows is null ? OpenText() : new RowStream(Rows.Open(Bytes), new RecordText(DecimalMark));

    /// <summary>The bytes' text, whatever becomes of it.</summary>
    internal Stream OpenText()
    {
        var bytes = Bytes.Open();
        if (BomLength > 0)
            bytes.ReadExactly(new byte[BomLength]);
        return Encoding is UTF8Encoding ? bytes : Encoding.CreateTranscodingStream(bytes, Encoding, Encoding.UTF8);
    }
}
