using System.Text;
using Kelvin.Catalog;
using Kelvin.Language;

namespace Kelvin.Loading.Text;

/// <summary>Finds out from its first bytes what a file is.</summary>
public static class FileInspection
{
    /// <summary>The file's text and encoding; a sound null encoding never occurs. Parquet is told by <see cref="IsParquet"/> before.</summary>
    public static Checked<SourceText> Inspect(string path, FileFormat format)
    {
        var head = Head(path);
        if (head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            return Faulty("import.workbook", path);
        if (format.Encoding is { } name)
            return Named(name) is { } encoding
                ? Checked<SourceText>.Sound(new SourceText(path, encoding, BomLength(head, encoding), IsCertain: true))
                : Checked<SourceText>.Faulty(Issue.At(null, "import.unknown-encoding", ("encoding", name)));
        if (Marked(head) is { } marked)
            return Checked<SourceText>.Sound(new SourceText(path, marked, BomLength(head, marked), IsCertain: true));
        if (!head.Contains((byte)0))
            return Checked<SourceText>.Sound(new SourceText(path, Encoding.UTF8, 0, IsCertain: false));
        return Unmarked(head) is { } wide
            ? Checked<SourceText>.Sound(new SourceText(path, wide, 0, IsCertain: true))
            : Faulty("import.binary", path);
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

    public static bool IsParquet(string path) => Head(path).StartsWith("PAR1"u8);

    private static Checked<SourceText> Faulty(string code, string path) =>
        Checked<SourceText>.Faulty(Issue.At(null, code, ("file", Path.GetFileName(path))));

    private static ReadOnlySpan<byte> Head(string path)
    {
        using var file = File.OpenRead(path);
        var head = new byte[65_536];
        return head.AsSpan(0, file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
    }

    private static Encoding? Named(string name)
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

    private static int BomLength(ReadOnlySpan<byte> head, Encoding encoding) =>
        encoding.Preamble.Length > 0 && head.StartsWith(encoding.Preamble) ? encoding.Preamble.Length : 0;

    private static string? NearestFile(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        return Directory.Exists(folder)
            ? NearestName.Of(Path.GetFileName(path), Directory.EnumerateFiles(folder).Take(1_000).Select(file => Path.GetFileName(file)!))
            : null;
    }
}
