using System.Collections.Immutable;
using System.IO.Compression;
using Kelvin.Language;

namespace Kelvin.Loading.Formats;

/// <summary>
/// Finds the table inside a zip file. Nothing is unpacked by its name, so a name that leads out of the folder leads nowhere; what is
/// too large, or packed so densely that it can only be meant to fill a disk, is refused before a byte of it is unpacked.
/// </summary>
internal static class ZipChoice
{
    private const string Workbook = "xl/workbook.";

    /// <summary>The bytes of the table in a file: the file itself where it is no zip file, else the one file in it or the one that is named.</summary>
    public static Checked<TableBytes> Of(string path, string? entry, FileLimits limits)
    {
        var whole = new TableBytes(path);
        if (!IsZip(whole.Head()))
            return Checked<TableBytes>.Sound(whole);
        try
        {
            using var archive = new ZipArchive(whole.Open(), ZipArchiveMode.Read);
            if (IsWorkbook(archive))
                return Checked<TableBytes>.From(whole, WhyTooLarge(archive, path, limits.Workbook, limits));
            var tables = Tables(archive, limits);
            if (WhyTooLarge(archive, path, limits.Unpacked, limits) is { IsEmpty: false } tooLarge)
                return Checked<TableBytes>.Faulty(tooLarge);
            return Choose(path, entry, tables);
        }
        catch (InvalidDataException)
        {
            return Faulty("import.broken-zip", path);
        }
    }

    /// <summary>The files in a zip file that may be tables, by their whole names; empty for any other file, a workbook among them.</summary>
    public static ImmutableArray<string> Entries(string path, FileLimits limits)
    {
        var whole = new TableBytes(path);
        if (!IsZip(whole.Head()))
            return [];
        try
        {
            using var archive = new ZipArchive(whole.Open(), ZipArchiveMode.Read);
            return IsWorkbook(archive) ? [] : Tables(archive, limits);
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }

    public static bool IsZip(ReadOnlySpan<byte> head) => head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8);

    /// <summary>What makes the packed bytes of a workbook unusable; nothing for one that can be read.</summary>
    public static ImmutableArray<Issue> WhyUnusable(Stream workbook, string name, FileLimits limits)
    {
        try
        {
            using var archive = new ZipArchive(workbook, ZipArchiveMode.Read, leaveOpen: true);
            return !IsWorkbook(archive) ? [Issue.At(null, "import.nested-zip", ("file", name))] : WhyTooLarge(archive, name, limits.Workbook, limits);
        }
        catch (InvalidDataException)
        {
            return [Issue.At(null, "import.broken-zip", ("file", name))];
        }
    }

    private static Checked<TableBytes> Choose(string path, string? entry, ImmutableArray<string> tables)
    {
        if (entry is null)
            return tables switch
            {
                [] => Faulty("import.zip-without-files", path),
                [var only] => Checked<TableBytes>.Sound(new TableBytes(path, only)),
                _ => Faulty("import.which-entry", path, ("entries", string.Join(", ", tables.Take(20))), ("count", tables.Length)),
            };
        return tables.Contains(entry)
            ? Checked<TableBytes>.Sound(new TableBytes(path, entry))
            : Faulty("import.no-entry", path, ("entry", entry), ("nearest", NearestName.Of(entry, tables)), ("entries", string.Join(", ", tables.Take(20))));
    }

    private static ImmutableArray<string> Tables(ZipArchive archive, FileLimits limits) =>
        [.. archive.Entries.Take(limits.Entries + 1).Select(entry => entry.FullName).Where(IsTable).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Folders and what operating systems leave beside files are no tables.</summary>
    private static bool IsTable(string name) =>
        !name.EndsWith('/') && !name.EndsWith('\\') && !name.Split('/', '\\').Any(part => part.StartsWith("__MACOSX", StringComparison.Ordinal) || part.StartsWith('.') && part != ".." && part != ".");

    private static bool IsWorkbook(ZipArchive archive) =>
        archive.Entries.Any(entry => entry.FullName.StartsWith(Workbook, StringComparison.OrdinalIgnoreCase));

    private static ImmutableArray<Issue> WhyTooLarge(ZipArchive archive, string path, long most, FileLimits limits)
    {
        var name = Path.GetFileName(path);
        if (archive.Entries.Count > limits.Entries)
            return [Issue.At(null, "import.too-many-entries", ("file", name), ("count", archive.Entries.Count), ("limit", limits.Entries))];
        var total = archive.Entries.Sum(entry => (double)entry.Length);
        if (total > most)
            return [Issue.At(null, "import.unpacks-too-large", ("file", name), ("size", FileSize.Of(total)), ("limit", FileSize.Of(most)))];
        if (archive.Entries.FirstOrDefault(entry => entry.Length > limits.Small && entry.Length / Math.Max(1, entry.CompressedLength) >= limits.Ratio) is { } dense)
            return [Issue.At(null, "import.packed-too-densely", ("file", name), ("entry", dense.FullName), ("size", FileSize.Of(dense.Length)))];
        return archive.Entries.FirstOrDefault(entry => entry.FullName.EndsWith("sharedStrings.xml", StringComparison.OrdinalIgnoreCase)) is { } texts && texts.Length > limits.SharedTexts
            ? [Issue.At(null, "import.unpacks-too-large", ("file", name), ("size", FileSize.Of(texts.Length)), ("limit", FileSize.Of(limits.SharedTexts)))]
            : [];
    }

    private static Checked<TableBytes> Faulty(string code, string path, params ReadOnlySpan<(string, object?)> arguments) =>
        Checked<TableBytes>.Faulty(Issue.At(null, code, [("file", Path.GetFileName(path)), .. arguments]));
}
