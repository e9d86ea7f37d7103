using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Kelvin.Catalog;
using Kelvin.Cli.CommandLine;
using Kelvin.Language;

namespace Kelvin.Cli.Import;

/// <summary>The options that say how a file is written, each the answer to a question that a file may leave open.</summary>
internal sealed class FormatOptions(CommandDefinition definition)
{
    private readonly Option<string?> _entry = definition.Value("--entry", "name");
    private readonly Option<string?> _sheet = definition.Value("--sheet", "name");
    private readonly Option<string?> _separator = definition.Value("--separator", "sign");
    private readonly Option<string?> _decimal = definition.Value("--decimal", "sign");
    private readonly Option<string?> _encoding = definition.Value("--encoding", "name");
    private readonly Option<string?> _header = definition.Value("--header", "header");
    private readonly Option<string?> _dates = definition.Value("--dates", "day-format");
    private readonly Option<string?> _timestamps = definition.Value("--timestamps", "day-format");

    /// <summary>Whether any of them is given.</summary>
    public bool AreGiven(ParseResult parsed) =>
        new[] { _entry, _sheet, _separator, _decimal, _encoding, _header, _dates, _timestamps }.Any(option => parsed.GetValue(option) is not null);

    /// <summary>A format with what they say; issues where they say nothing that can be.</summary>
    public Checked<FileFormat> Over(FileFormat format, ParseResult parsed)
    {
        var issues = ImmutableArray.CreateBuilder<Issue>();
        var header = parsed.GetValue(_header);
        var line = int.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 ? number : (int?)null;
        if (header is not (null or "yes" or "no" or "ja" or "nej") && line is null)
            issues.Add(Unusable("--header", header, "yes, no, 3"));
        return Checked<FileFormat>.From(format with
        {
            Entry = parsed.GetValue(_entry) ?? format.Entry,
            Sheet = parsed.GetValue(_sheet) ?? format.Sheet,
            Separator = Sign(parsed, _separator, sign => !char.IsLetterOrDigit(sign), ", ; tab |", issues) ?? format.Separator,
            DecimalMark = Sign(parsed, _decimal, sign => sign is '.' or ',', ", .", issues) ?? format.DecimalMark,
            Encoding = parsed.GetValue(_encoding) ?? format.Encoding,
            HasHeader = line is not null || header is "yes" or "ja" ? true : header is "no" or "nej" ? false : format.HasHeader,
            HeaderLine = line ?? format.HeaderLine,
            Dates = parsed.GetValue(_dates) ?? format.Dates,
            Timestamps = parsed.GetValue(_timestamps) ?? format.Timestamps,
        }, issues.ToImmutable());
    }

    private static char? Sign(ParseResult parsed, Option<string?> option, Predicate<char> fits, string known, ImmutableArray<Issue>.Builder issues)
    {
        var written = parsed.GetValue(option) is "tab" or "\\t" ? "\t" : parsed.GetValue(option);
        if (written is { Length: 1 } && fits(written[0]))
            return written[0];
        if (written is not null)
            issues.Add(Unusable(option.Name, written, known));
        return null;
    }

    private static Issue Unusable(string option, string value, string known) =>
        Issue.At(null, "cli.import.unusable-option", ("option", option), ("value", value), ("known", known));
}
