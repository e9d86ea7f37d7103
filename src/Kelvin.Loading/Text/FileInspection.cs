using System.Text;
using Kelvin.Catalog;
using Kelvin.Language;
using Kelvin.Loading.Formats;
using Kelvin.Loading.Rejecting;

namespace Kelvin.Loading.Text;

/// <summary>Finds out from its first bytes what a file is.</summary>
public static class FileInspection
{
    /// <summary>The file's table as text: of the one format or of the other, in a zip file or not.</summary>
    public static Checked<SourceText> Inspect(string path, FileFormat format, FileLimits? limits = null)
    {
        var within = limits ?? FileLimits.Default;
        var length = new FileInfo(path).Length;
        return length > within.File
            ? Checked<SourceText>.Faulty(Issue.At(null, "import.file-too-large", ("file", Path.GetFileName(path)), ("size", FileSize.Of(length)), ("limit", FileSize.Of(within.File))))
            : ZipChoice.Of(path, format.Entry, within).Then(bytes => Inspect(bytes, format, within));
    }

    /// <summary>Why a path cannot be read at all, or null.</summary>
    public static Issue? WhyUnreadable(string path)
    {
        if (Directory.Exists(path))
            return Issue.At(null, "import.is-folder", ("file", path));
        if (!File.Exists(path))
            return Issue.At(null, "import.missing-file", ("file", path), ("nearest", NearestFile(path)));
        try
        {
            using var file = File.OpenRead(path);
            return file.Length == 0 ? Issue.At(null, "import.empty-file", ("file", path)) : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Issue.At(null, "import.unreadable-file", ("file", path), ("reason", failure.Message));
        }
    }

    public static bool IsParquet(string path) => ParquetRows.Begins(new TableBytes(path).Head());

    private static Checked<SourceText> Inspect(TableBytes bytes, FileFormat format, FileLimits limits)
    {
        var head = bytes.Head();
        if (head.Length == 0)
            return Checked<SourceText>.Faulty(Issue.At(null, "import.empty-file", ("file", bytes.Name)));
        if (ParquetRows.Begins(head))
            return ParquetRows.Find(bytes, limits).Then(rows => Typed(bytes, rows, format));
        if (ZipChoice.IsZip(head) || Workbooks.IsOld(head))
            return Workbooks.Choose(bytes, format.Sheet, limits).Then(rows => Typed(bytes, rows, format));
        return InspectText(bytes, head, format).Then(text => JsonShape.Begins(FirstOf(text))
            ? JsonShape.Find(text.OpenText, bytes, format.Sheet, limits).Then(rows => Typed(bytes, rows, format))
            : Checked<SourceText>.Sound(text));
    }

    private static Checked<SourceText> Typed(TableBytes bytes, ITypedRows rows, FileFormat format) => Checked<SourceText>.Sound(
        new SourceText(bytes, Encoding.UTF8, 0, IsCertain: true) { Rows = rows, DecimalMark = format.DecimalMark ?? '.' });

    private static Checked<SourceText> InspectText(TableBytes bytes, ReadOnlySpan<byte> head, FileFormat format)
    {
        // What the file says of itself holds, also when the files of the dataset are usually written otherwise.
        if (Marked(head) is { } marked)
            return Checked<SourceText>.Sound(new SourceText(bytes, marked, marked.Preamble.Length, IsCertain: true));
        // Rejected rows are written in UTF-8, and a program that saves them may leave out the mark.
        if (format.Encoding is { } name && !RejectedFile.Begins(head))
            return Named(name) is { } encoding
                ? Checked<SourceText>.Sound(new SourceText(bytes, encoding, 0, IsCertain: true))
                : Checked<SourceText>.Faulty(Issue.At(null, "import.unknown-encoding", ("encoding", name)));
        if (!head.Contains((byte)0))
            return Checked<SourceText>.Sound(new SourceText(bytes, Encoding.UTF8, 0, IsCertain: false));
        return Unmarked(head) is { } wide
            ? Checked<SourceText>.Sound(new SourceText(bytes, wide, 0, IsCertain: true))
            : Checked<SourceText>.Faulty(Issue.At(null, "import.binary", ("file", bytes.Name)));
    }

    private static ReadOnlySpan<byte> FirstOf(SourceText text)
    {
        using var stream = text.OpenText();
        var first = new byte[4_096];
        return first.AsSpan(0, stream.ReadAtLeast(first, first.Length, throwOnEndOfStream: false));
    }

    internal static Encoding? Named(string name)
    {
        _ = SourceText.Western;
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static Encoding? Marked(ReadOnlySpan<byte> head) =>
        head.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8
        : head.StartsWith(Encoding.UTF32.Preamble) ? Encoding.UTF32
        : head.StartsWith(Encoding.Unicode.Preamble) ? Encoding.Unicode
        : head.StartsWith(Encoding.BigEndianUnicode.Preamble) ? Encoding.BigEndianUnicode
        : null;

    /// <summary>UTF-16 without a mark: in Western text nearly every other byte is zero.</summary>
    private static Encoding? Unmarked(ReadOnlySpan<byte> head)
    {
        int even = 0, odd = 0;
        for (var at = 0; at < head.Length; at++)
            if (head[at] == 0)
                _ = at % 2 == 0 ? even++ : odd++;
        return odd > head.Length * 0.4 && even == 0 ? Encoding.Unicode
            : even > head.Length * 0.4 && odd == 0 ? Encoding.BigEndianUnicode
            : null;
    }

    private static string? NearestFile(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        return Directory.Exists(folder)
            ? NearestName.Of(Path.GetFileName(path), Directory.EnumerateFiles(folder).Take(1_000).Select(file => Path.GetFileName(file)!))
            : null;
    }
}
