using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Kelvin.Catalog;
using Kelvin.Loading.Text;
using Kelvin.Loading.Values;

namespace Kelvin.Loading.Proposing;

/// <summary>Finds the separator, the quotes, the lines above the table and the header from a text's first records.</summary>
internal static partial class ShapeSearch
{
    private const int Looked = 300;
    private const double Mostly = 0.9;
    private static readonly ImmutableArray<byte> Separators = [.. ",;\t|"u8];

    /// <summary>The shape of a table; null where there are no records.</summary>
    public static TableShape? Find(SourceText source, FileFormat known)
    {
        IEnumerable<byte> separators = source.Rows is not null ? [(byte)','] : known.Separator is { } given ? [(byte)given] : Separators;
        var best = separators.Select(separator => Read(source, separator, (byte)(known.Quote ?? '"'))).MaxBy(sample => sample.Score)!;
        if (best.Records.Count == 0)
            return null;
        if (known.Quote is null && source.Rows is null && IsInSingleQuotes(best))
            best = Read(source, best.Separator, (byte)'\'');
        var start = known.HeaderLine is { } line ? Math.Max(0, best.Records.FindIndex(record => record.Line >= line)) : Start(best);
        var first = best.Records[start];
        var body = best.Records[(start + 1)..];
        var hasHeader = source.Rows?.FirstNumber == 0 || (known.HasHeader ?? IsHeader(first.Fields, body));
        var width = hasHeader ? first.Fields.Length : Math.Max(first.Fields.Length, best.Width);
        var names = Enumerable.Range(0, width).Select(at => hasHeader ? first.Fields[at] : (at + 1).ToString(CultureInfo.InvariantCulture));
        return new TableShape(
            best.Separator, best.Quote, hasHeader, first.Line, [.. names],
            [.. best.Records[..start].Select(record => string.Join(' ', record.Fields.Where(field => field.Length > 0)))]);
    }

    private static Sample Read(SourceText source, byte separator, byte quote)
    {
        using var text = source.Open();
        var reader = new RecordReader(text, separator, quote, source.Rows?.FirstNumber);
        var records = new List<(long Line, string[] Fields)>();
        while (records.Count < Looked && reader.Next())
        {
            if (RecordKind.IsEmpty(reader))
                continue;
            var fields = new string[reader.FieldCount];
            for (var at = 0; at < fields.Length; at++)
                fields[at] = Encoding.UTF8.GetString(reader.Field(at)).Trim();
            records.Add((reader.Line, fields));
        }
        return new Sample(separator, quote, records);
    }

    /// <summary>The first record that is as full as the others: titles fill one field or two.</summary>
    private static int Start(Sample sample)
    {
        var filled = sample.Records.Select(record => record.Fields.Count(field => field.Length > 0)).ToList();
        var usual = filled.Order().ElementAt(filled.Count / 2);
        var start = filled.FindIndex(count => count >= Math.Max(1, (usual + 1) / 2) && (usual < 2 || count > 1));
        return Math.Max(0, start);
    }

    /// <summary>Whether a record names columns: by texts above other values, or by names that are never among the values.</summary>
    private static bool IsHeader(string[] names, List<(long Line, string[] Fields)> body)
    {
        if (names.Any(IsValue))
            return false;
        if (body.Count == 0)
            return true;
        for (var at = 0; at < names.Length; at++)
        {
            var values = body.Where(record => at < record.Fields.Length && record.Fields[at].Length > 0).Select(record => record.Fields[at]).ToList();
            if (names[at].Length > 0 && values.Count > 0 && values.Count(IsValue) >= Mostly * values.Count)
                return true;
        }
        return names.All(name => name.Length == 0 || NamePattern().IsMatch(name))
            && names.Distinct(StringComparer.OrdinalIgnoreCase).Count() == names.Length
            && !Enumerable.Range(0, names.Length).Any(at => body.Any(record => at < record.Fields.Length && record.Fields[at].Length > 0 && record.Fields[at] == names[at]));
    }

    /// <summary>Whether a text is a number, an amount, a day or a moment rather than a name.</summary>
    private static bool IsValue(string text)
    {
        if (text.Length == 0 || !text.AsSpan().ContainsAnyInRange('0', '9'))
            return false;
        if (WrittenDay.TryRead(text, out _))
            return true;
        var core = CurrencySigns.Remove(text is [.., '%'] ? text.AsSpan()[..^1] : text, out var sign);
        return (sign is null || CurrencySigns.IsKnown(sign))
            && (NumberText.TryRead(core, '.', true, out _) == NumberFault.None || NumberText.TryRead(core, ',', true, out _) == NumberFault.None);
    }

    private static bool IsInSingleQuotes(Sample sample)
    {
        var fields = sample.Records.SelectMany(record => record.Fields).Where(field => field.Length > 0).ToList();
        return fields.Count(field => field is ['\'', _, .., '\''] or "''") * 2 > fields.Count;
    }

    [GeneratedRegex(@"^[\p{L}_#%(""][^\r\n]{0,79}$")]
    private static partial Regex NamePattern();

    /// <summary>The first records, parted by one separator.</summary>
    private sealed record Sample(byte Separator, byte Quote, List<(long Line, string[] Fields)> Records)
    {
        /// <summary>How many fields most records have.</summary>
        public int Width { get; } = Records.Count == 0 ? 0 : Records.GroupBy(record => record.Fields.Length).MaxBy(group => (group.Count(), group.Key))!.Key;

        /// <summary>How well the separator fits: records alike, more than one field, and fields that are values by themselves.</summary>
        public double Score
        {
            get
            {
                if (Width < 2)
                    return 0;
                var alike = Records.Count(record => record.Fields.Length == Width) / (double)Records.Count;
                var fields = Records.SelectMany(record => record.Fields).ToList();
                var values = fields.Count(text => text.Length == 0 || IsValue(text)) / (double)fields.Count;
                return alike + 0.5 * values + 0.01 * Math.Log(Width);
            }
        }
    }
}
