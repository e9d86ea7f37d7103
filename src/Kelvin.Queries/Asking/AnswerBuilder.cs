using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Catalog;
using Kelvin.Compiler;
using Kelvin.Compiler.Binding;
using Kelvin.Compiler.Frames;
using Kelvin.Compiler.Pinning;
using Kelvin.Compiler.Planning;
using Kelvin.Formulas;
using Kelvin.Language;
using Kelvin.Quantities;
using Kelvin.Queries.Answers;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Queries.Asking;

/// <summary>Puts the rows of an answer together with what they mean and how they came about.</summary>
internal static class AnswerBuilder
{
    public static MetricAnswer Build(
        PinnedQuery query, CachedRows rows, ImmutableArray<DatasetState> states, KnownMoment? known, DateTimeOffset unfinishedFrom,
        bool fromCache, TimeSpan compiling, TimeSpan running)
    {
        var frame = WithPeriods(query, rows.Frame);
        return new MetricAnswer(
            query.Bound.Query, [.. query.Bound.Metrics.Select(metric => metric.Metric)], [.. frame.Columns.Select(column => Describe(column, query))], frame, query.Range,
            query.Compared.IsEmpty ? null : new Period(Grain.Range, query.Compared.Min(period => period.Start), query.Compared.Max(period => period.End)),
            unfinishedFrom, query.DataFrom, Explain(query, rows, states, fromCache, compiling, running) with { KnownOn = known?.At })
        {
            Calendar = query.Bound.Calendar,
        };
    }

    /// <summary>The frame with periods in place of their indexes; without a grain the period column goes.</summary>
    private static Frame WithPeriods(PinnedQuery query, Frame frame)
    {
        var index = (FrameColumn<int>)frame[PlanNode.PeriodColumn];
        var others = frame.Columns.Where(column => column.Name != PlanNode.PeriodColumn);
        if (query.Grain is null)
            return new Frame([.. others], frame.Count);
        Period[] periods = [.. Enumerable.Range(0, frame.Count).Select(row => query.Periods[index.Value(row)])];
        var perGrain = query.Bound.Query.FurtherGrains.IsEmpty ? [] : query.Bound.Query.Grains.Select(grain =>
            new FrameColumn<Period>(grain.Name, Array.ConvertAll(periods, period => query.Bound.Calendar.PeriodOf(grain, period.Start))));
        return new Frame([new FrameColumn<Period>(PlanNode.PeriodColumn, periods), .. perGrain, .. others], frame.Count);
    }

    private static AnswerColumn Describe(FrameColumn column, PinnedQuery query)
    {
        if (column is FrameColumn<Period>)
            return new AnswerColumn(column.Name, AnswerRole.Period, DataType.Timestamp, LabelOf(GrainOf(column, query), query), null);
        if (column.Name == PlanNode.FilledColumn)
            return new AnswerColumn(column.Name, AnswerRole.Filled, DataType.Boolean, Label("query.columns.filled"), null);
        if (query.Bound.Dimensions.FirstOrDefault(dimension => dimension.Name == column.Name) is { } dimension)
            return new AnswerColumn(column.Name, IsOthers(column, query) ? AnswerRole.Others : AnswerRole.Dimension, dimension.Type, dimension.Label, null);
        return query.Bound.Metrics.SelectMany(metric => Columns(metric.Metric)).First(candidate => candidate.Name == column.Name);
    }

    private static bool IsOthers(FrameColumn column, PinnedQuery query) =>
        query.Bound.Top is { } top && column.Name == TopGroups.OthersColumn(TopDimension.NameOf(query.Bound.Query, top));

    /// <summary>The word for what a column of periods shows.</summary>
    private static string GrainOf(FrameColumn column, PinnedQuery query) =>
        column.Name != PlanNode.PeriodColumn ? column.Name
        : query.Bound.Query.FurtherGrains.IsEmpty ? query.Grain!.Name
        : "period";

    private static IEnumerable<AnswerColumn> Columns(Metric metric)
    {
        var type = DataType.Number(metric.Unit);
        var isShare = metric.Unit.IsDimensionless && metric.Unit.Kind != DimensionlessKind.Number;
        yield return new(metric.Name, AnswerRole.Value, type, metric.Label, metric.Name);
        yield return new(Planner.ComparedColumn(metric.Name), AnswerRole.Compared, type, metric.Label, metric.Name);
        yield return new(Planner.ShareColumn(metric.Name), AnswerRole.Share, DataType.Number(Unit.Share), metric.Label, metric.Name);
        yield return new(Planner.RankColumn(metric.Name), AnswerRole.Rank, DataType.Number(Unit.None), metric.Label, metric.Name);
        yield return new(Planner.ChangeColumn(metric.Name), AnswerRole.Change, DataType.Number(isShare ? Unit.SharePoints : Unit.Share), metric.Label, metric.Name);
    }

    private static LocalText LabelOf(string grain, PinnedQuery query) =>
        query.Bound.Calendar.IsStandard(Grain.Named(grain))
            ? Label("query.columns." + grain)
            : new(Texts.Tongues.Select(code => KeyValuePair.Create(code, query.Bound.Calendar.LabelOf(Grain.Named(grain), Tongue.Find(code)!)!)));

    private static LocalText Label(string key) =>
        new(Texts.Tongues.Select(code => KeyValuePair.Create(code, Texts.Say(Tongue.Find(code)!, key))));

    private static Explanation Explain(
        PinnedQuery query, CachedRows rows, ImmutableArray<DatasetState> states, bool fromCache, TimeSpan compiling, TimeSpan running)
    {
        var catalog = query.Bound.Catalog;
        var definitions = query.Bound.Metrics.SelectMany(metric => WithReferences(metric.Metric, catalog)).DistinctBy(metric => metric.Name);
        return new Explanation(
            catalog.Version,
            [.. definitions.Select(metric => new MetricDefinition(metric.Name, metric.Formula, metric.Version))],
            states,
            [
                new Stage("bound", query.Bound.ToString()),
                new Stage("pinned", query.ToString()),
                new Stage("planned", rows.Plan),
                .. rows.Rewritten == rows.Plan ? [] : (Stage[])[new Stage("rewritten", rows.Rewritten)],
            ],
            rows.Statements,
            rows.Notes,
            [.. DatasetsReadBy.Question(query.Bound).Where(query.Bound.Rights.ContainsKey).Select(dataset => $"{dataset}: {ExpressionText.Of(query.Bound.Rights[dataset])}")],
            "query.rollup.none", fromCache, compiling, running);
    }

    private static IEnumerable<Metric> WithReferences(Metric metric, MetricCatalog catalog) =>
        new[] { metric }.Concat(metric.Expression.References().SelectMany(name => WithReferences(catalog.Metrics[name], catalog)));
}
