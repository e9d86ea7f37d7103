using System.Collections.Immutable;
using System.Globalization;
using Kelvin.Catalog;
using Kelvin.Compiler.Binding;
using Kelvin.Compiler.Frames;
using Kelvin.Compiler.Pinning;
using Kelvin.Formulas;
using Kelvin.Language;

namespace Kelvin.Compiler.Planning;

/// <summary>Rows that a question is about and that its answer must do without, and the question that counts them.</summary>
/// <param name="Reason">Code of the text that says why.</param>
/// <param name="Measure">The measure that lacks them.</param>
/// <param name="Counting">The question; its only metric is the number of such rows.</param>
public sealed record LeftOutRows(string Reason, Measure Measure, PinnedQuery Counting)
{
    private const string Count = ".left_out";

    /// <summary>What a question may have to leave out. Whether there are such rows, only counting tells.</summary>
    public static ImmutableArray<LeftOutRows> Of(PinnedQuery query) => [.. query.Bound.Measures.Where(measure => measure != query.Bound.Rows).SelectMany(measure => Of(measure, query))];

    /// <summary>The note for the reader of the answer; null where there are no such rows.</summary>
    /// <param name="counted">What the plan of <see cref="Counting"/> came to.</param>
    public Issue? Note(Frame counted)
    {
        var (periods, rows) = ((FrameColumn<int>)counted[PlanNode.PeriodColumn], counted[Count]);
        var perPeriod = Enumerable.Range(0, counted.Count).Where(rows.IsKnown)
            .GroupBy(periods.Value, row => Convert.ToDecimal(rows[row], CultureInfo.InvariantCulture)).Select(one => one.Sum()).DefaultIfEmpty();
        // What stands there stands at the end of several periods.
        var number = (long)(Measure.Choice is RowChoice.Standing ? perPeriod.Max() : perPeriod.Sum());
        var metrics = Counting.Bound.Query.Metrics;
        return number == 0 ? null : Issue.At(null, Reason,
            ("rows", number), ("dataset", Measure.Dataset), ("column", Measure.Axis), ("metrics", string.Join(", ", metrics)),
            ("first", Extent.Earliest.Year.ToString(CultureInfo.InvariantCulture)), ("last", Extent.Latest.Year.ToString(CultureInfo.InvariantCulture))).AsWarning();
    }

    private static IEnumerable<LeftOutRows> Of(Measure measure, PinnedQuery query)
    {
        var catalog = query.Bound.Catalog;
        if (measure.Aggregate.Value is { } value && Unrated.In(value, catalog.Datasets[measure.Dataset]) is { } unrated && measure.Choice is not RowChoice.Retained)
            yield return new("query.rows-without-rate", measure, Counted(query, measure, Choice(measure), unrated));
        if ((query.Grain is not null || !query.IsUnbounded) && query.Bound.Range is Calendars.Ranges.RangeExpression.Everything && measure is { Axis: { } axis, Choice: not RowChoice.Standing }
            && query.Extents.Over(new TimeColumns(catalog).Of(measure)) is { IsCut: true })
            yield return new("query.rows-beyond-years", measure, OfAllTime(Counted(query, measure, new RowChoice.All(), Beyond(axis, query))));
    }

    /// <summary>Any row without a rate counts, also one that is not the last of its period.</summary>
    private static RowChoice Choice(Measure measure) => measure.Choice switch
    {
        RowChoice.Standing { At: BalanceKind.Average } standing => standing with { At = BalanceKind.Closing },
        RowChoice.Standing standing => standing,
        _ => new RowChoice.All(),
    };

    /// <summary>The same question of the number of a measure's rows under a condition: cut alike, so that it is read with the question itself.</summary>
    private static PinnedQuery Counted(PinnedQuery query, Measure measure, RowChoice choice, RowExpression condition)
    {
        var dataset = query.Bound.Catalog.Datasets[measure.Dataset];
        var counted = (measure with
        {
            Aggregate = new MetricExpression.Aggregate(AggregateKind.Count, dataset.Name, null, measure.Aggregate.Where, null, dataset.Item),
            EmptyIsZero = false,
            Choice = choice,
        }).Where(condition);
        return query with
        {
            Bound = query.Bound with
            {
                Query = query.Bound.Query with
                {
                    Metrics = [.. query.Bound.Metrics.Where(metric => metric.Expression.Measures().Contains(measure)).Select(metric => metric.Metric.Name)],
                    Compare = null,
                    Fill = false,
                    Top = null,
                    Shares = false,
                    Ranks = false,
                    Order = [],
                    Limit = null,
                },
                Metrics = [new BoundMetric(new Metric(Count, LocalText.Same(Count), "", counted.Aggregate) { Version = Metric.Unversioned }, new BoundExpression.Of(counted))],
                Comparison = null,
                Top = null,
            },
            Compared = [],
        };
    }

    private static PinnedQuery OfAllTime(PinnedQuery query) => query with
    {
        Bound = query.Bound with { Query = query.Bound.Query with { Grain = null, FurtherGrains = [], By = [] }, Dimensions = [] },
        Periods = [query.Range],
        IsUnbounded = true,
    };

    private static RowExpression.Call Beyond(TimeAxis axis, PinnedQuery query)
    {
        var type = axis.IsInstant ? DataType.Timestamp : DataType.Date;
        var at = new RowExpression.Column(axis.Path, type);
        RowExpression Bound(DateTime day) => new RowExpression.Constant(
            axis.IsInstant ? query.Bound.Calendar.DayPeriod(DateOnly.FromDateTime(day)).Start.UtcDateTime : DateOnly.FromDateTime(day), type);
        return new RowExpression.Call(RowFunction.Or,
        [
            new RowExpression.Call(RowFunction.Less, [at, Bound(Extent.Earliest)], DataType.Boolean),
            new RowExpression.Call(RowFunction.GreaterOrEqual, [at, Bound(Extent.Latest.AddDays(1))], DataType.Boolean),
        ], DataType.Boolean);
    }
}
