using System.Text;

namespace Kelvin.Loading.Text;

/// <summary>A text file and its encoding.</summary>
/// <param name="Path">The file.</param>
/// <param name="Encoding">Its encoding.</param>
/// <param name="BomLength">Bytes of the mark at its beginning that names the encoding.</param>
/// <param name="IsCertain">Whether the encoding is named by the file or by a person, rather than assumed.</param>
public sealed record SourceText(string Path, Encoding Encoding, int BomLength, bool IsCertain)
{
    static SourceText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The encoding of text that is not UTF-8 when nothing else is known.</summary>
    public static Encoding Western => Encoding.GetEncoding(1252);

    /// <summary>Whether the bytes can be read as they are.</summary>
    public bool IsUtf8 => Encoding is UTF8Encoding;

    /// <summary>The text as UTF-8, from after the mark.</summary>
    public Stream Open()
    {
        var file = new FileStream(Path, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 0, Share = FileShare.Read | FileShare.Delete });
        file.Position = BomLength;
        return IsUtf8 ? file : Encoding.CreateTranscodingStream(file, Encoding, Encoding.UTF8);
    }
}
