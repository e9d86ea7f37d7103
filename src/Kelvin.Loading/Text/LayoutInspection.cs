using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Kelvin.Catalog;
using Kelvin.Language;
using Kelvin.Loading.Formats;
using Kelvin.Loading.Rejecting;

namespace Kelvin.Loading.Text;

/// <summary>
/// Finds a file's separator and header, and its columns: by name whatever their order or case; without a header by place, or by
/// the numbers that the format gives in the place of names.
/// </summary>
internal sealed class LayoutInspection(SourceText source, Dataset dataset, FileFormat format, FileLimits? limits = null)
{
    private readonly int _mostColumns = (limits ?? FileLimits.Default).Columns;
    private static readonly ImmutableArray<byte> Separators = [.. ",;\t|"u8];
    private readonly ImmutableArray<Column> _stored = [.. dataset.Columns.Where(column => column.IsStored)];

    public Checked<FileLayout> Inspect()
    {
        if (format.Separator is > (char)127 or '"' or '\n' or '\r')
            return Checked<FileLayout>.Faulty(Issue.At(null, "import.unusable-separator", ("separator", format.Separator.ToString())));
        var candidates = (source.Rows is not null ? [(byte)','] : format.Separator is { } given ? [(byte)given] : Separators).Select(Read).ToList();
        var first = candidates.MaxBy(candidate => (candidate.Known, candidate.Names.Length))!;
        if (first.Fault == RecordFault.TooLong)
            return Checked<FileLayout>.Faulty(Issue.At(null, "import.line-too-long", ("line", first.Line), ("limit", RecordReader.LongestRecord)));
        if (first.Names.IsEmpty)
            return Checked<FileLayout>.Faulty(Issue.At(null, "import.no-rows", ("file", source.Bytes.Name)));
        if (first.Names.Length > _mostColumns)
            return Checked<FileLayout>.Faulty(Issue.At(null, "import.too-many-columns",
                ("file", source.Bytes.Name), ("count", first.Names.Length), ("limit", _mostColumns)));
        return HasNoHeader(first) ? _stored.Any(column => format.Names.ContainsKey(column.Name)) ? ByNumber(first) : ByPlace(first)
            : first.Known == 0 ? Checked<FileLayout>.Faulty(WhyNoneKnown(first))
            : ByName(first);
    }

    private Checked<FileLayout> ByPlace(FirstRecord first)
    {
        var found = first.Names.Length - first.Lead;
        if (found != _stored.Length)
            return Checked<FileLayout>.Faulty(Issue.At(null, "import.other-column-count", ("found", found), ("expected", _stored.Length)));
        var columns = _stored.Select((column, at) => new LaidColumn(column, first.Lead + at)).ToImmutableArray();
        return Checked<FileLayout>.Sound(Layout(first, false, [.. first.Names.Take(first.Lead), .. _stored.Select(NameInFile)], columns));
    }

    /// <summary>A file with more columns than the dataset cares for: each says which of them it is, counted from 1.</summary>
    private Checked<FileLayout> ByNumber(FirstRecord first)
    {
        var issues = ImmutableArray.CreateBuilder<Issue>();
        var columns = ImmutableArray.CreateBuilder<LaidColumn>();
        foreach (var column in _stored)
            if (!format.Names.TryGetValue(column.Name, out var written))
                issues.Add(Lacking(column, []));
            else if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= first.Names.Length - first.Lead)
                columns.Add(new LaidColumn(column, first.Lead + number - 1));
            else
                issues.Add(Issue.At(null, "import.column-number", ("column", column.Name), ("number", written), ("found", first.Names.Length - first.Lead)));
        var numbers = Enumerable.Range(1, first.Names.Length).Select(number => number.ToString(CultureInfo.InvariantCulture));
        return Checked<FileLayout>.From(Layout(first, false, [.. numbers], columns.ToImmutable()), issues.ToImmutable());
    }

    private Checked<FileLayout> ByName(FirstRecord first)
    {
        var issues = ImmutableArray.CreateBuilder<Issue>();
        issues.AddRange(first.Names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1 && _stored.Any(column => IsNamed(column, group.Key)))
            .Select(group => Issue.At(null, "import.column-twice", ("column", group.Key))));
        // Rows that end with a separator have a last column without a name.
        var extra = first.Names.Skip(first.Lead).Where(name => name.Length > 0 && !_stored.Any(column => IsNamed(column, name))).ToList();
        var columns = ImmutableArray.CreateBuilder<LaidColumn>();
        foreach (var column in _stored)
        {
            var field = first.Names.IndexOf(first.Names.FirstOrDefault(name => IsNamed(column, name)) ?? "", 0, StringComparer.Ordinal);
            if (field >= 0)
                columns.Add(new LaidColumn(column, field));
            else
                issues.Add(Lacking(column, extra));
        }
        if (extra.Count > 0)
            issues.Add(Issue.At(null, "import.extra-columns", ("columns", string.Join(", ", extra)), ("count", extra.Count)).AsWarning());
        var layout = Layout(first, true, first.Names, columns.ToImmutable());
        return Checked<FileLayout>.From(layout, issues.ToImmutable());
    }

    private Issue Lacking(Column column, List<string> extra)
    {
        var isOptional = column.IsOptional && !dataset.RowKey.Contains(column.Name);
        var issue = Issue.At(null, isOptional ? "import.optional-column-lacking" : "import.column-lacking",
            ("column", NameInFile(column)), ("dataset", dataset.Name), ("nearest", NearestName.Of(NameInFile(column), extra)));
        return isOptional ? issue.AsWarning() : issue;
    }

    private Issue WhyNoneKnown(FirstRecord first)
    {
        var better = Separators.Select(Read).MaxBy(candidate => candidate.Known)!;
        return better.Known > 0 && better.Separator != first.Separator
            ? Issue.At(null, "import.other-separator", ("given", Show(first.Separator)), ("found", Show(better.Separator)))
            : Issue.At(null, "import.no-header", ("found", string.Join(", ", first.Names.Take(8))),
                ("expected", string.Join(", ", _stored.Select(NameInFile))));
    }

    private static string Show(byte separator) => separator == '\t' ? "tab" : ((char)separator).ToString();

    private string NameInFile(Column column) => format.Names.GetValueOrDefault(column.Name, column.Name);

    private bool IsNamed(Column column, string name) => string.Equals(NameInFile(column), name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Rejected rows have a header of their own even when the file that they are from has none.</summary>
    private bool HasNoHeader(FirstRecord first) => format.HasHeader == false && source.Rows?.FirstNumber != 0 && first.Names.Skip(first.Lead).All(name => first.Lead == 0 || name.Length == 0);

    private FileLayout Layout(FirstRecord first, bool hasNames, ImmutableArray<string> names, ImmutableArray<LaidColumn> columns)
    {
        var isTyped = source.Rows is not null || first.IsTyped;
        var original = hasNames ? RejectedFile.HarmlessRecord(first.Raw, (char)first.Separator) : "";
        return new(first.Separator, hasNames || first.Lead > 0, RejectedFile.Header(original, (char)first.Separator, isTyped), names, columns)
        {
            Quote = first.Quote,
            FirstNumber = source.Rows?.FirstNumber,
            FirstLine = first.Line,
            IsTyped = isTyped,
            Lead = first.Lead,
        };
    }

    private FirstRecord Read(byte separator)
    {
        var usual = Read(separator, (byte)'"', 0);
        // Files of rejected rows are written by us, whatever the files that they are from look like.
        return usual.Lead > 0 || format.Quote is null or '"' && format.HeaderLine is null
            ? usual
            : Read(separator, (byte)(format.Quote ?? '"'), source.Rows?.FirstNumber == 0 ? 0 : format.HeaderLine ?? 0);
    }

    private FirstRecord Read(byte separator, byte quote, long fromLine)
    {
        using var stream = source.Open();
        var reader = new RecordReader(stream, separator, quote, source.Rows?.FirstNumber);
        while (reader.Next())
        {
            if (reader.Line < fromLine || reader.Fault == RecordFault.None && reader.Raw.Trim(" \t\u000b\f"u8).IsEmpty)
                continue;
            var names = ImmutableArray.CreateBuilder<string>();
            for (var at = 0; at < reader.FieldCount; at++)
                names.Add(Encoding.UTF8.GetString(reader.Field(at)).Trim());
            var isRejected = source.Rows is null && RejectedFile.Is(names);
            var lead = isRejected ? RejectedFile.Lead : 0;
            for (var at = lead; isRejected && at < names.Count; at++)
                names[at] = HarmlessText.Original(names[at]).ToString();
            var raw = RejectedFile.Record(reader, new FileLayout(separator, true, "", [], []) { Quote = quote, Lead = lead });
            var (fault, line) = (reader.Fault, reader.Line);
            // Where the original has no header, its rows tell how many columns there are.
            if (isRejected && names.Count == lead + 1 && names[lead].Length == 0 && reader.Next())
                names.AddRange(Enumerable.Repeat("", Math.Max(0, reader.FieldCount - names.Count)));
            var known = names.Skip(lead).Count(name => _stored.Any(column => IsNamed(column, name)));
            return new FirstRecord(separator, quote, names.ToImmutable(), known, raw, lead, isRejected && RejectedFile.IsTyped(names), fault, line);
        }
        return new FirstRecord(separator, quote, [], 0, "", 0, false, RecordFault.None, 1);
    }

    private sealed record FirstRecord(
        byte Separator, byte Quote, ImmutableArray<string> Names, int Known, string Raw, int Lead, bool IsTyped, RecordFault Fault, long Line);
}
