using System.Collections.Immutable;
using Kelvin.Imports.Planning;
using Kelvin.Web.Elements;
using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Data.Import.Review;

/// <summary>Says how a file is written, where what was found out is not right.</summary>
public sealed partial class WritingForm
{
    private static readonly ImmutableArray<char> KnownSeparators = [',', ';', '\t', '|'];
    private static readonly ImmutableArray<string> KnownEncodings = ["utf-8", "windows-1252", "iso-8859-15", "utf-16"];
    private static readonly ImmutableArray<string> KnownDates = ["yyyy-MM-dd", "dd/MM/yyyy", "MM/dd/yyyy", "d/M/yyyy", "M/d/yyyy", "dd.MM.yyyy", "dd-MM-yyyy"];

    /// <summary>The upload's id.</summary>
    [Parameter, EditorRequired]
    public string Upload { get; set; } = "";

    [Parameter, EditorRequired]
    public FilePlan Plan { get; set; } = null!;

    [Parameter, EditorRequired]
    public FileWords Words { get; set; } = null!;

    private ImmutableArray<Choice> Separators => Choices(
        KnownSeparators.Select(sign => (sign == '\t' ? "tab" : sign.ToString(), Words.Sign(sign))),
        Plan.File.Choices.Format.Separator switch { null => null, '\t' => "tab", var sign => sign.ToString() },
        Plan.Proposal.Format.Separator is { } found ? Words.Sign(found) : "");

    private ImmutableArray<Choice> Encodings => Choices(KnownEncodings.Select(name => (name, name)), Plan.File.Choices.Format.Encoding, Plan.Proposal.Encoding ?? "");

    private ImmutableArray<Choice> Decimals => Choices(
        [(",", Reader.Say("data.import.comma")), (".", Reader.Say("data.import.point"))], Plan.File.Choices.Format.DecimalMark?.ToString(),
        Plan.Proposal.Format.DecimalMark switch { ',' => Reader.Say("data.import.comma"), '.' => Reader.Say("data.import.point"), _ => "" });

    private ImmutableArray<Choice> Headers => Choices(
        [("yes", Reader.Say("value.yes")), ("no", Reader.Say("value.no"))], Plan.File.Choices.Format.HasHeader switch { true => "yes", false => "no", _ => null },
        Reader.Say(Plan.Proposal.Format.HasHeader == false ? "value.no" : "value.yes"));

    private ImmutableArray<Choice> Dates => Choices(
        KnownDates.Union(new[] { Plan.File.Choices.Format.Dates }.OfType<string>()).Select(format => (format, format)), Plan.File.Choices.Format.Dates, Plan.Proposal.Format.Dates ?? "");

    /// <summary>What else was found, for a person to see.</summary>
    private IEnumerable<string> Notes
    {
        get
        {
            foreach (var title in Plan.Proposal.Titles)
                yield return Reader.Say("data.import.note.title", ("line", title));
            if (Plan.Proposal.FooterRows > 0)
                yield return Reader.Say("data.import.note.footers", ("count", Plan.Proposal.FooterRows), ("words", string.Join(", ", Plan.Proposal.Format.Footers)));
            if (!Plan.Proposal.Format.Missing.IsEmpty)
                yield return Reader.Say("data.import.note.missing", ("words", string.Join(", ", Plan.Proposal.Format.Missing)));
            if (Plan.Proposal.EncodingSample is { } sample)
                yield return Reader.Say("data.import.note.letters", ("sample", sample));
        }
    }

    /// <summary>Finding out comes first, with what was found.</summary>
    private ImmutableArray<Choice> Choices(IEnumerable<(string Value, string Text)> known, string? said, string found) =>
    [
        new(DataAddress.FindOut, found.Length > 0 && said is null ? Reader.Say("data.import.found", ("found", found)) : Reader.Say("data.import.find-out"), said is null),
        .. known.Select(choice => new Choice(choice.Value, choice.Text, choice.Value == said)),
    ];
}
