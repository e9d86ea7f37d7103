using System.Globalization;
using Kelvin.Imports.Planning;
using Kelvin.Imports.Uploads;
using Kelvin.Language;
using Kelvin.Loading.Proposing;
using Kelvin.Web.Data.Words;
using Kelvin.Web.Reading;
using ReadingOfFile = Kelvin.Loading.Proposing.Reading;

namespace Kelvin.Web.Data.Import;

/// <summary>Puts what is known of a file, and what is asked about it, into a reader's words.</summary>
public sealed class FileWords(Reader reader, DataWords words)
{
    /// <summary>What the file is: its format and how it is written.</summary>
    public string Look(FileProposal file) => string.Join(", ", new[]
    {
        reader.Say("data.import.kind." + (file.Kind == FileKind.Text ? "separated" : file.Kind.ToString().ToLowerInvariant())),
        file.Format.Sheet,
        file is { Kind: FileKind.Text, Format.Separator: { } separator } ? reader.Say("data.import.separated-by", ("sign", Sign(separator))) : null,
        file.Format.DecimalMark switch { ',' => reader.Say("data.import.comma"), '.' => reader.Say("data.import.point"), _ => null },
        (file.Format.Dates ?? file.Format.Timestamps) is { } dates ? reader.Say("data.import.dates-as", ("format", dates)) : null,
        file.Format.HasHeader == false ? reader.Say("data.import.no-header") : null,
        file.Encoding is null or "utf-8" ? null : file.Encoding,
    }.OfType<string>());

    /// <summary>A separator as a person reads it.</summary>
    public string Sign(char separator) => separator == '\t' ? reader.Say("data.import.tab") : $"“{separator}”";

    /// <summary>Where its rows go.</summary>
    public string Target(FilePlan plan) => plan.Target switch
    {
        FileTarget.Existing existing => reader.Read(existing.Columns.Dataset.Label),
        FileTarget.New made => reader.Say("data.import.makes", ("name", made.Name)),
        _ => "",
    };

    /// <summary>What is asked.</summary>
    public string Ask(OpenQuestion question)
    {
        var sample = question.Readings[0].Samples.FirstOrDefault();
        return reader.Say("data.import.ask." + question.About.ToString().ToLowerInvariant(), ("written", sample?.Written ?? ""), ("column", sample?.Column ?? ""));
    }

    /// <summary>An answer, and what values of the file then mean.</summary>
    public (string Answer, string Samples) Answer(OpenQuestion question, ReadingOfFile reading) => question.About switch
    {
        QuestionKind.Dates or QuestionKind.Timestamps => (reader.Say("data.import.order." + Order(reading.Choice)), Samples(reading)),
        QuestionKind.Decimal => (reader.Say(reading.Choice == "," ? "data.import.comma" : "data.import.point"), Samples(reading)),
        _ => (reading.Choice, ""),
    };

    /// <summary>What became of it, in a sentence.</summary>
    public string Outcome(FileOutcome outcome) => outcome.End switch
    {
        FileEnd.Cancelled => reader.Say("data.import.end.cancelled"),
        FileEnd.Refused => outcome.Issues() is [var issue, ..] ? issue.Message(reader.Tongue) : reader.Say("data.import.end.refused"),
        _ when outcome.Accepted == 0 && outcome.Issues() is [var issue, ..] => issue.Message(reader.Tongue),
        _ when outcome is { Changed: 0, Removed: 0, Accepted: > 0 } => reader.Say("data.import.end.nothing-new", ("rows", outcome.Accepted)),
        _ => reader.Say("data.import.end.loaded", ("rows", outcome.Accepted)),
    };

    private string Samples(ReadingOfFile reading) => string.Join(" · ", reading.Samples.Select(sample =>
        $"{sample.Written} → {(sample.Day is { } day ? day.ToString("d MMMM yyyy", reader.Culture) : Number(sample.Number))}"));

    private string Number(string? number) => decimal.TryParse(number, CultureInfo.InvariantCulture, out var value)
        ? value.ToString("#,0.##########", Texts.CultureOf(reader.Tongue)) : number ?? "";

    private static string Order(string format) => (format.IndexOf('y'), format.IndexOf('M'), format.IndexOf('d')) switch
    {
        var (year, month, day) when day < month && month < year => "day-month-year",
        var (year, month, day) when month < day && day < year => "month-day-year",
        var (year, month, day) when year < day && day < month => "year-day-month",
        _ => "year-month-day",
    };

    /// <summary>A number of rows.</summary>
    public string Number(long rows) => words.Number(rows);
}
