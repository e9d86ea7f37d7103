using System.Collections.Immutable;
using Kelvin.Compiler;

namespace OutsideData.Tests;

/// <summary>What is asked of a company so that every entry of its <c>expected.json</c> is answered, by the names of that file.</summary>
/// <param name="Folder">The folder of the data, and of the definitions.</param>
internal sealed record OutsideValues(string Folder)
{
    /// <summary>Entries that are the whole value of the metric of the same name.</summary>
    public ImmutableArray<string> Totals { get; init; } = [];

    /// <summary>Entries that take a question of their own.</summary>
    public ImmutableSortedDictionary<string, MetricQuery> Questions { get; init; } = ImmutableSortedDictionary<string, MetricQuery>.Empty;

    /// <summary>Entries that are no answer to one question → why, and what is tested in their place.</summary>
    public ImmutableSortedDictionary<string, string> Reasons { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>How many rows each dataset takes from its file: all that the file has.</summary>
    public required ImmutableSortedDictionary<string, long> Rows { get; init; }

    /// <summary>Every entry that a question answers.</summary>
    public IEnumerable<string> Asked => Totals.Concat(Questions.Keys).Order(StringComparer.Ordinal);

    /// <summary>The question that answers an entry.</summary>
    public MetricQuery QuestionFor(string entry) => Questions.GetValueOrDefault(entry) ?? new() { Metrics = [entry] };
}
