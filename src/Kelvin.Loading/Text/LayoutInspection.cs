using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Kelvin.Catalog;
using Kelvin.Language;

namespace Kelvin.Loading.Text;

/// <summary>
/// Finds a file's separator and header, and its columns: by name whatever their order or case; without a header by place, or by
/// the numbers that the format gives in the place of names.
/// </summary>
internal sealed class LayoutInspection(SourceText source, Dataset dataset, FileFormat format)
{
    private static readonly ImmutableArray<byte> Separators = [.. ",;\t|"u8];
    private readonly ImmutableArray<Column> _stored = [.. dataset.Columns.Where(column => column.IsStored)];

    public Checked<FileLayout> Inspect()
    {
        if (format.Separator is > (char)127 or '"' or '\n' or '\r')
            return Checked<FileLayout>.Faulty(Issue.At(null, "import.unusable-separator", ("separator", format.Separator.ToString())));
        var candidates = (format.Separator is { } given ? [(byte)given] : Separators).Select(Read).ToList();
        var first = candidates.MaxBy(candidate => (candidate.Known, candidate.Names.Length))!;
        if (first.Fault == RecordFault.TooLong)
            return Checked<FileLayout>.Faulty(Issue.At(null, "import.line-too-long", ("line", first.Line), ("limit", RecordReader.LongestRecord)));
        if (first.Names.IsEmpty)
            return Checked<FileLayout>.Faulty(Issue.At(null, "import.no-rows", ("file", Path.GetFileName(source.Path))));
        return format.HasHeader == false ? _stored.Any(column => format.Names.ContainsKey(column.Name)) ? ByNumber(first) : ByPlace(first)
            : first.Known == 0 ? Checked<FileLayout>.Faulty(WhyNoneKnown(first))
            : ByName(first);
    }

    private Checked<FileLayout> ByPlace(FirstRecord first)
    {
        if (first.Names.Length != _stored.Length)
            return Checked<FileLayout>.Faulty(Issue.At(null, "import.other-column-count", ("found", first.Names.Length), ("expected", _stored.Length)));
        var columns = _stored.Select((column, at) => new LaidColumn(column, at)).ToImmutableArray();
        return Checked<FileLayout>.Sound(new FileLayout(first.Separator, false, "", [.. _stored.Select(NameInFile)], columns));
    }

    /// <summary>A file with more columns than the dataset cares for: each says which of them it is, counted from 1.</summary>
    private Checked<FileLayout> ByNumber(FirstRecord first)
    {
        var issues = ImmutableArray.CreateBuilder<Issue>();
        var columns = ImmutableArray.CreateBuilder<LaidColumn>();
        foreach (var column in _stored)
            if (!format.Names.TryGetValue(column.Name, out var written))
                issues.Add(Lacking(column, []));
            else if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= first.Names.Length)
                columns.Add(new LaidColumn(column, number - 1));
            else
                issues.Add(Issue.At(null, "import.column-number", ("column", column.Name), ("number", written), ("found", first.Names.Length)));
        var numbers = Enumerable.Range(1, first.Names.Length).Select(number => number.ToString(CultureInfo.InvariantCulture));
        return Checked<FileLayout>.From(new FileLayout(first.Separator, false, "", [.. numbers], columns.ToImmutable()), issues.ToImmutable());
    }

    private Checked<FileLayout> ByName(FirstRecord first)
    {
        var issues = ImmutableArray.CreateBuilder<Issue>();
        issues.AddRange(first.Names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1 && _stored.Any(column => IsNamed(column, group.Key)))
            .Select(group => Issue.At(null, "import.column-twice", ("column", group.Key))));
        var extra = first.Names.Where(name => !_stored.Any(column => IsNamed(column, name))).ToList();
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
        var layout = new FileLayout(first.Separator, true, first.Raw, first.Names, columns.ToImmutable());
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

    private FirstRecord Read(byte separator)
    {
        using var stream = source.Open();
        var reader = new RecordReader(stream, separator);
        while (reader.Next())
        {
            if (reader.Fault == RecordFault.None && reader.Raw.Trim(" \t\u000b\f"u8).IsEmpty)
                continue;
            var names = ImmutableArray.CreateBuilder<string>();
            for (var at = 0; at < reader.FieldCount; at++)
                names.Add(Encoding.UTF8.GetString(reader.Field(at)).Trim());
            var known = names.Count(name => _stored.Any(column => IsNamed(column, name)));
            return new FirstRecord(separator, names.ToImmutable(), known, Encoding.UTF8.GetString(reader.Raw), reader.Fault, reader.Line);
        }
        return new FirstRecord(separator, [], 0, "", RecordFault.None, 1);
    }

    private sealed record FirstRecord(byte Separator, ImmutableArray<string> Names, int Known, string Raw, RecordFault Fault, long Line);
}
