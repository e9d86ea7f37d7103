using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Catalog;
using Kelvin.Compiler.Binding;
using Kelvin.Formulas;

namespace Kelvin.Compiler.Pinning;

/// <summary>
/// Finds the dates and instants that a question reads, through links and computed columns. Their extents are read before
/// planning: they bound <c>all</c>, and tell which changes of the clock, periods and holidays a statement must know.
/// </summary>
public sealed class TimeColumns(MetricCatalog catalog)
{
    /// <summary>Every time that a question reads, each once.</summary>
    public IReadOnlyCollection<RowTime> Of(BoundQuery query)
    {
        var found = new HashSet<RowTime>();
        foreach (var measure in query.Measures)
        {
            var dataset = catalog.Datasets[measure.Dataset];
            found.UnionWith(Of(measure));
            foreach (var axis in AxesOf(measure))
                found.UnionWith(Of(axis.Path, dataset));
            found.UnionWith(Of(measure.Aggregate, dataset));
            if (measure.Choice is RowChoice.Converted { Events: var events })
                found.UnionWith(Of(events));
            foreach (var dimension in query.Dimensions)
                found.UnionWith(Of(dimension.Values[measure.Source], dataset));
            if (query.Filters.TryGetValue(measure.Source, out var filter))
                found.UnionWith(Of(filter, dataset));
        }
        return found;
    }

    /// <summary>The times of a measure's axis: what it bounds is bounded by what a formula makes, not by what it is made of.</summary>
    public IEnumerable<RowTime> Of(Measure measure) => AxesOf(measure).Select(axis =>
    {
        var end = catalog.Follow(catalog.Datasets[measure.Dataset], axis.Path.Links);
        return RowTime.Of(end, end.Find(axis.Path.Column)!);
    });

    /// <summary>What must be known before a time can be worked out from its rows.</summary>
    public IEnumerable<RowTime> Before(RowTime time) => time.StoredColumn is null ? Of(time.Value, catalog.Datasets[time.Dataset]) : [];

    /// <summary>Times whose extents together hold every value of a date or instant.</summary>
    public IEnumerable<RowTime> Behind(RowExpression expression, Dataset dataset) => expression switch
    {
        RowExpression.Column column => Behind(column.Path, dataset),
        RowExpression.Constant { Value: DateOnly or DateTime } or RowExpression.Call { Function: RowFunction.AddDays or RowFunction.AddMonths or RowFunction.PeriodStart } =>
            [new RowTime(dataset.Name, expression)],
        RowExpression.Call call => call.Arguments.SelectMany(argument => Behind(argument, dataset)),
        RowExpression.Case choice => choice.Branches.SelectMany(branch => Behind(branch.Then, dataset))
            .Concat(choice.Otherwise is null ? [] : Behind(choice.Otherwise, dataset)),
        RowExpression.RolledUp { Of: { Value: { } value } of } => Behind(value, catalog.Datasets[of.Dataset]),
        _ => [],
    };

    private IEnumerable<RowTime> Behind(ColumnPath path, Dataset dataset)
    {
        var end = catalog.Follow(dataset, path.Links);
        return end.Find(path.Column)! is var column && column.Computed is { } computed ? Behind(computed, end) : Own(column, end);
    }

    /// <summary>Every time that a row expression of a dataset reads.</summary>
    private IEnumerable<RowTime> Of(RowExpression expression, Dataset dataset) => expression switch
    {
        RowExpression.Column column => Of(column.Path, dataset),
        RowExpression.Call call => call.Arguments.SelectMany(argument => Of(argument, dataset))
            .Concat(LooksAtExtents(call) ? call.Arguments.SelectMany(argument => Behind(argument, dataset)) : []),
        RowExpression.Case choice => choice.Branches
            .SelectMany(branch => Of(branch.When, dataset).Concat(Of(branch.Then, dataset)))
            .Concat(choice.Otherwise is null ? [] : Of(choice.Otherwise, dataset)),
        RowExpression.MetricOf of => of.Here.SelectMany(path => Of(path, dataset))
            .Concat(of.Bind(catalog).Measures().SelectMany(measure => Of(measure, of.By(measure)))),
        RowExpression.Rate rate => Of(rate.On, dataset),
        RowExpression.RolledUp rolled => Of(rolled.Of, catalog.Datasets[rolled.Of.Dataset]),
        _ => [],
    };

    /// <summary>Functions that are cut by the clock, by listed periods or by holidays.</summary>
    private static bool LooksAtExtents(RowExpression.Call call) => call switch
    {
        { Function: RowFunction.DateOfTimestamp or RowFunction.HourOfTimestamp or RowFunction.WorkingDaysBetween } => true,
        { Function: RowFunction.PeriodStart, Arguments: [_, RowExpression.Constant { Value: string grain }] } =>
            Grain.Named(grain) is var asked && (asked.IsWithinDay || !Grain.Standard.Contains(asked)),
        _ => false,
    };

    private IEnumerable<RowTime> Of(Measure measure, ImmutableArray<ColumnPath> by)
    {
        var dataset = catalog.Datasets[measure.Dataset];
        return AxesOf(measure).Select(axis => axis.Path).Concat(by).SelectMany(path => Of(path, dataset)).Concat(Of(measure.Aggregate, dataset));
    }

    private IEnumerable<RowTime> Of(MetricExpression.Aggregate aggregate, Dataset dataset) =>
        (aggregate.Value is null ? [] : Of(aggregate.Value, dataset))
        .Concat(aggregate.Where is null ? [] : Of(aggregate.Where, dataset));

    /// <summary>What matches events may be computed from moments too.</summary>
    private IEnumerable<RowTime> Of(MetricExpression.Conversion events)
    {
        var (from, to) = (catalog.Datasets[events.From.Dataset], catalog.Datasets[events.To.Dataset]);
        return
        [
            .. events.Same.SelectMany(pair => Of(ColumnPath.Own(pair.From), from).Concat(Of(ColumnPath.Own(pair.To), to))),
            .. Of(ColumnPath.Own(events.To.Time), to), .. events.To.Where is { } where ? Of(where, to) : [],
        ];
    }

    /// <summary>Rows with a start and an end span both.</summary>
    private static IEnumerable<TimeAxis> AxesOf(Measure measure) =>
    [
        .. measure.Axis is null ? [] : (TimeAxis[])[measure.Axis],
        .. measure.Choice is RowChoice.Standing standing ? (TimeAxis[])[standing.To] : [],
    ];

    private IEnumerable<RowTime> Of(ColumnPath path, Dataset dataset)
    {
        var end = catalog.Follow(dataset, path.Links);
        var column = end.Find(path.Column)!;
        return OnTheWay(path, dataset).Concat(column.Computed is { } computed ? Of(computed, end) : Own(column, end));
    }

    private static RowTime[] Own(Column column, Dataset dataset) =>
        column.Type.Kind is ValueKind.Timestamp or ValueKind.Date ? [RowTime.Of(dataset, column)] : [];

    /// <summary>The moments of dated links, and the bounds of what they lead to.</summary>
    private IEnumerable<RowTime> OnTheWay(ColumnPath path, Dataset start)
    {
        var from = start;
        foreach (var name in path.Links)
        {
            var link = catalog.Link(from, name);
            var to = catalog.Datasets[link.To];
            if (to.Validity is { } validity)
            {
                var (dated, at) = link.At is { } own ? (from, own) : (start, start.Time!);
                foreach (var time in new[] { (dated, at), (to, validity.From), (to, validity.To) })
                    if (time.Item2 is { } column)
                        foreach (var read in Of(ColumnPath.Own(column), time.Item1))
                            yield return read;
            }
            from = to;
        }
    }
}
