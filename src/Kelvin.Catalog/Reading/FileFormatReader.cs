using System.Collections.Immutable;
using System.Globalization;
using Kelvin.Catalog.Yaml;

namespace Kelvin.Catalog.Reading;

/// <summary>Reads the <c>source:</c> of a dataset.</summary>
internal static class FileFormatReader
{
    private static readonly string[] Keys =
    [
        "file", "entry", "sheet", "separator", "quote", "decimal", "encoding", "header", "header_line", "footers", "dates", "timestamps", "zone",
        "missing", "names",
    ];

    private static readonly string[] Encodings =
    [
        "utf-8", "utf-16", "utf-16be", "us-ascii", "iso-8859-1", "iso-8859-2", "iso-8859-15", "windows-1250", "windows-1251",
        "windows-1252", "windows-1253", "windows-1254", "windows-1257", "macintosh", "ibm850", "ibm437",
    ];

    private static readonly Vocabulary<string?> EncodingNames = new([.. Encodings.Select(name => (name, name))]);

    /// <summary>How files are written, and over which connection rows come when one is named.</summary>
    public static (FileFormat Format, FeedDraft? Feed) ReadSource(YamlNode.Mapping mapping, IssueList issues)
    {
        var hasConnection = mapping.Entries.Any(entry => entry.Key.Text == "connection");
        var fields = new Fields(mapping, hasConnection ? [.. Keys.Skip(1), .. FeedReader.Keys] : [.. Keys, "connection"], issues);
        return (Read(mapping, fields, issues), FeedReader.Read(fields, issues));
    }

    private static FileFormat Read(YamlNode.Mapping mapping, Fields fields, IssueList issues) =>
        new()
        {
            File = Inside(fields, issues),
            Separator = Sign(mapping, "separator", sign => !char.IsLetterOrDigit(sign) && sign is not ('"' or '\n' or '\r'), issues),
            DecimalMark = Sign(mapping, "decimal", sign => sign is '.' or ',', issues),
            Quote = Sign(mapping, "quote", sign => sign is '"' or '\'', issues),
            Entry = fields.Text("entry")?.Text,
            Sheet = fields.Text("sheet")?.Text,
            HeaderLine = fields.Whole("header_line", 1, 1_000_000),
            Footers = [.. fields.List("footers").Select(word => word.Text)],
            Encoding = fields.Word<string?>("encoding", null, EncodingNames),
            HasHeader = fields.Truth("header"),
            Dates = Format(fields, "dates", false, issues),
            Timestamps = Format(fields, "timestamps", true, issues),
            Zone = ZoneText.Read(fields, "zone", issues)?.Id,
            Missing = [.. fields.List("missing").Select(word => word.Text)],
            Names = Names(fields.Group("names"), issues),
        };

    /// <summary>A file or pattern that stays within the workspace's folder.</summary>
    private static string? Inside(Fields fields, IssueList issues)
    {
        if (fields.Text("file") is not { } file)
            return null;
        var path = file.Text.Replace('\\', '/');
        if (!path.StartsWith('/') && !path.Contains(':') && !path.Split('/').Contains(".."))
            return path;
        issues.Add(file.Place, "catalog.file-outside", ("value", file.Text));
        return null;
    }

    /// <summary>A single character; a tab may be written as the word.</summary>
    private static char? Sign(YamlNode.Mapping mapping, string key, Predicate<char> fits, IssueList issues)
    {
        if (mapping.Entries.FirstOrDefault(entry => entry.Key.Text == key) is not { } entry)
            return null;
        var text = (entry.Value as YamlNode.Scalar)?.Text is "tab" or "\\t" ? "\t" : (entry.Value as YamlNode.Scalar)?.Text;
        if (text is { Length: 1 } && fits(text[0]))
            return text[0];
        issues.Add(entry.Value.Place, "catalog." + key);
        return null;
    }

    /// <summary>A format that keeps what is written with it: a moment written and read back is the same.</summary>
    private static string? Format(Fields fields, string key, bool hasTime, IssueList issues)
    {
        if (fields.Text(key) is not { } scalar)
            return null;
        var sample = new DateTime(2031, 12, 24, hasTime ? 17 : 0, hasTime ? 45 : 0, 0, DateTimeKind.Unspecified);
        try
        {
            if (scalar.Text.Length > 1 && DateTime.TryParseExact(
                    sample.ToString(scalar.Text, CultureInfo.InvariantCulture), scalar.Text, CultureInfo.InvariantCulture,
                    DateTimeStyles.RoundtripKind, out var back)
                && back.Date == sample.Date && (!hasTime || (back.Hour, back.Minute) == (17, 45)))
                return scalar.Text;
        }
        catch (FormatException)
        {
            // Reported below together with formats that can be written but not read back.
        }
        issues.Add(scalar.Place, "catalog." + key, ("value", scalar.Text));
        return null;
    }

    private static ImmutableSortedDictionary<string, string> Names(YamlNode.Mapping? group, IssueList issues)
    {
        var names = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (column, value) in group?.Entries ?? [])
            if (value is not YamlNode.Scalar { IsNothing: false } name)
                issues.Add(column.Place, "catalog.not-text", ("key", column.Text));
            else if (!names.TryAdd(column.Text, name.Text))
                issues.Add(column.Place, "catalog.duplicate-key", ("key", column.Text), ("line", group!.Place.Line));
        return names.ToImmutable();
    }
}
