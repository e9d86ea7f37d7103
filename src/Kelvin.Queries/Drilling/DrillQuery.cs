using System.Collections.Immutable;

namespace Kelvin.Queries.Drilling;

/// <summary>Asks for the rows behind a cell of an answer.</summary>
/// <param name="Metric">The metric of the cell.</param>
public sealed record DrillQuery(string Metric)
{
    /// <summary>The cell's period, in the words of a question's range.</summary>
    public string Range { get; init; } = "all";

    /// <summary>The cell's dimensions and their values as text; null where the value is missing.</summary>
    public ImmutableSortedDictionary<string, string?> Cell { get; init; } = ImmutableSortedDictionary<string, string?>.Empty;

    /// <summary>The condition of the question, or null.</summary>
    public string? Where { get; init; }

    /// <summary>The zone of the question (IANA name), or null for the workspace's.</summary>
    public string? Zone { get; init; }

    /// <summary>The day or moment as known on which the question was asked, in its words; null for what is known now.</summary>
    public string? KnownOn { get; init; }

    /// <summary>Which of the metric's measures, from 0: a ratio has the rows of its numerator and those of its denominator.</summary>
    public int Measure { get; init; }

    /// <summary>Rows to pass over.</summary>
    public int Skip { get; init; }

    /// <summary>Rows to return, at most <see cref="MostRows"/>.</summary>
    public int Take { get; init; } = 100;

    /// <summary>The most rows that can be asked for at once.</summary>
    public const int MostRows = 10_000;
}
