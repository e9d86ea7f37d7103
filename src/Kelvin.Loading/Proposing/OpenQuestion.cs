using System.Collections.Immutable;
using Kelvin.Catalog;

namespace Kelvin.Loading.Proposing;

/// <summary>Something that a file does not tell, with the answers that fit it.</summary>
/// <param name="About">What it is.</param>
/// <param name="Readings">The answers, the likelier ones first.</param>
public sealed record OpenQuestion(QuestionKind About, ImmutableArray<Reading> Readings)
{
    /// <summary>A format with an answer in it.</summary>
    public FileFormat Answer(FileFormat format, string choice) => About switch
    {
        QuestionKind.Entry => format with { Entry = choice },
        QuestionKind.Sheet => format with { Sheet = choice },
        QuestionKind.Dates => format with { Dates = choice },
        QuestionKind.Timestamps => format with { Timestamps = choice },
        _ => format with { DecimalMark = choice[0] },
    };
}

/// <summary>An answer, and what values of the file mean when it is given.</summary>
/// <param name="Choice">As the format says it: <c>dd/MM/yyyy</c>, <c>,</c>, the name of a sheet.</param>
/// <param name="Samples">Values that mean something else in another answer.</param>
public sealed record Reading(string Choice, ImmutableArray<ReadSample> Samples);

/// <summary>A value of the file and what it means.</summary>
/// <param name="Column">The column it stands in.</param>
/// <param name="Written">As written.</param>
/// <param name="Day">The day that it means, where it is one.</param>
/// <param name="Number">The number that it means, with a decimal point, where it is one.</param>
public sealed record ReadSample(string Column, string Written, DateOnly? Day, string? Number);

/// <summary>What can be open.</summary>
public enum QuestionKind
{
    /// <summary>Which file of a zip file.</summary>
    Entry,

    /// <summary>Which sheet of a workbook, or which array of a JSON file.</summary>
    Sheet,

    /// <summary>Whether days or months come first in dates.</summary>
    Dates,

    /// <summary>The same in dates with a time of day.</summary>
    Timestamps,

    /// <summary>Whether the comma or the point marks decimals.</summary>
    Decimal,
}
