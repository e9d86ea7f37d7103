using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Compiler;
using Kelvin.Compiler.Frames;
using Kelvin.Queries.Trusting;
using Kelvin.Calendars;

namespace Kelvin.Queries.Answers;

/// <summary>An answer that explains itself.</summary>
/// <param name="Query">The question as put.</param>
/// <param name="Metrics">The metrics asked for: defined ones, and those that the question brought as formulas.</param>
/// <param name="Columns">What each column of <paramref name="Frame"/> is, in the same order.</param>
/// <param name="Frame">
/// One row per group and period. Columns: <c>period</c> (a <see cref="Period"/>; only with a grain), where several grains were asked
/// for one of each by its name, each dimension,
/// then per metric its value and, with a comparison, <c>NAME.compared</c> and <c>NAME.change</c>;
/// last <c>filled</c> (bool) when periods were filled.
/// </param>
/// <param name="Range">The stretch of time that was answered.</param>
/// <param name="ComparedRange">The stretch compared with, or null.</param>
/// <param name="UnfinishedFrom">Periods that end after this moment are not finished.</param>
/// <param name="DataFrom">Periods that start before this moment are known in part only, or not at all; null without data.</param>
/// <param name="Explanation">How the answer came about.</param>
public sealed record MetricAnswer(
    MetricQuery Query, ImmutableArray<Metric> Metrics, ImmutableArray<AnswerColumn> Columns, Frame Frame, Period Range, Period? ComparedRange,
    DateTimeOffset UnfinishedFrom, DateTimeOffset? DataFrom, Explanation Explanation)
{
    /// <summary>The calendar that cut its periods and that names them, those read from a dataset included.</summary>
    public required Calendar Calendar { get; init; }

    /// <summary>Whether the datasets it was read from can be relied on, each of them; at the moment as known on which it was asked.</summary>
    public ImmutableArray<DatasetTrust> Trust { get; init; } = [];
}
