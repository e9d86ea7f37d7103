using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Kelvin.Catalog;

namespace Kelvin.Loading.Mapping;

/// <summary>Writes how files are written as the <c>source:</c> of a dataset, so that the next file of the kind needs no questions.</summary>
public static class FormatYaml
{
    /// <summary>The keys, a line each, with this in front; empty where everything is found out from the file.</summary>
    public static string Write(FileFormat format, string indent)
    {
        var yaml = new StringBuilder();
        Line("file", format.File);
        Line("entry", format.Entry);
        Line("sheet", format.Sheet);
        Line("separator", format.Separator == '\t' ? "tab" : format.Separator?.ToString());
        Line("quote", format.Quote?.ToString());
        Line("decimal", format.DecimalMark?.ToString());
        Bare("encoding", format.Encoding);
        Bare("header", format.HasHeader is { } header ? header ? "true" : "false" : null);
        Bare("header_line", format.HeaderLine?.ToString(CultureInfo.InvariantCulture));
        List("footers", format.Footers);
        Line("dates", format.Dates);
        Line("timestamps", format.Timestamps);
        Bare("zone", format.Zone);
        List("missing", format.Missing);
        if (!format.Names.IsEmpty)
        {
            yaml.Append(indent).Append("names:\n");
            foreach (var (column, name) in format.Names)
                yaml.Append(indent).Append("  ").Append(Quoted(column)).Append(": ").Append(Quoted(name)).Append('\n');
        }
        return yaml.ToString();

        void Line(string key, string? value) => Bare(key, value is null ? null : Quoted(value));
        void Bare(string key, string? value)
        {
            if (value is not null)
                yaml.Append(indent).Append(key).Append(": ").Append(value).Append('\n');
        }

        void List(string key, ImmutableArray<string> values) => Bare(key, values.IsEmpty ? null : $"[{string.Join(", ", values.Select(Quoted))}]");
    }

    /// <summary>A text in double quotes, with what would end or change it escaped.</summary>
    public static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var sign in text)
            _ = sign switch
            {
                '"' or '\\' => quoted.Append('\\').Append(sign),
                '\t' => quoted.Append("\\t"),
                _ when char.IsControl(sign) => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)sign:x4}"),
                _ => quoted.Append(sign),
            };
        return quoted.Append('"').ToString();
    }
}
