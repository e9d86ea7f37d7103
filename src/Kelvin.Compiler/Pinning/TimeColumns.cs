using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Compiler.Binding;
using Kelvin.Formulas;

namespace Kelvin.Compiler.Pinning;

/// <summary>
/// Finds the stored date and instant columns behind expressions, through links and computed columns. Their extents
/// are read before planning: they bound <c>all</c>, and tell which changes of the clock a local day must know.
/// </summary>
public sealed class TimeColumns(MetricCatalog catalog)
{
    /// <summary>Every time column that a question reads, each once.</summary>
    public IReadOnlyCollection<ColumnRef> Of(BoundQuery query)
    {
        var found = new HashSet<ColumnRef>();
        foreach (var measure in query.Measures)
        {
            var dataset = catalog.Datasets[measure.Dataset];
            found.UnionWith(Of(measure));
            if (measure.Aggregate.Value is { } value)
                found.UnionWith(Of(value, dataset));
            if (measure.Aggregate.Where is { } where)
                found.UnionWith(Of(where, dataset));
            if (measure.Choice is RowChoice.Converted { Events: var events })
                found.UnionWith(Of(events));
            foreach (var dimension in query.Dimensions)
                found.UnionWith(Of(dimension.Values[measure.Source], dataset));
            if (query.Filters.TryGetValue(measure.Source, out var filter))
                found.UnionWith(Of(filter, dataset));
        }
        return found;
    }

    /// <summary>What matches events may be computed from moments too.</summary>
    private IEnumerable<ColumnRef> Of(MetricExpression.Conversion events)
    {
        var (from, to) = (catalog.Datasets[events.From.Dataset], catalog.Datasets[events.To.Dataset]);
        return
        [
            .. events.Same.SelectMany(pair => Of(ColumnPath.Own(pair.From), from).Concat(Of(ColumnPath.Own(pair.To), to))),
            .. Of(ColumnPath.Own(events.To.Time), to), .. events.To.Where is { } where ? Of(where, to) : [],
        ];
    }

    /// <summary>The time columns behind a measure's axis.</summary>
    public IEnumerable<ColumnRef> Of(Measure measure) =>
        AxesOf(measure).SelectMany(axis => Of(axis.Path, catalog.Datasets[measure.Dataset]));

    /// <summary>Rows with a start and an end span both.</summary>
    private static IEnumerable<TimeAxis> AxesOf(Measure measure) =>
    [
        .. measure.Axis is null ? [] : (TimeAxis[])[measure.Axis],
        .. measure.Choice is RowChoice.Standing standing ? (TimeAxis[])[standing.To] : [],
    ];

    /// <summary>The time columns that a row expression of a dataset reads.</summary>
    public IEnumerable<ColumnRef> Of(RowExpression expression, Dataset dataset) => expression switch
    {
        RowExpression.Column column => Of(column.Path, dataset),
        RowExpression.Call call => call.Arguments.SelectMany(argument => Of(argument, dataset)),
        RowExpression.Case choice => choice.Branches
            .SelectMany(branch => Of(branch.When, dataset).Concat(Of(branch.Then, dataset)))
            .Concat(choice.Otherwise is null ? [] : Of(choice.Otherwise, dataset)),
        RowExpression.MetricOf of => of.Here.SelectMany(path => Of(path, dataset))
            .Concat(of.Bind(catalog).Measures().SelectMany(measure => Of(measure, of.By(measure)))),
        RowExpression.Rate rate => Of(rate.On, dataset),
        RowExpression.RolledUp rolled => Of(rolled.Of, catalog.Datasets[rolled.Of.Dataset]),
        _ => [],
    };

    private IEnumerable<ColumnRef> Of(Measure measure, ImmutableArray<ColumnPath> by)
    {
        var dataset = catalog.Datasets[measure.Dataset];
        return Of(measure).Concat(by.SelectMany(path => Of(path, dataset))).Concat(Of(measure.Aggregate, dataset));
    }

    private IEnumerable<ColumnRef> Of(MetricExpression.Aggregate aggregate, Dataset dataset) =>
        (aggregate.Value is null ? [] : Of(aggregate.Value, dataset))
        .Concat(aggregate.Where is null ? [] : Of(aggregate.Where, dataset));

    private IEnumerable<ColumnRef> Of(ColumnPath path, Dataset dataset)
    {
        var end = catalog.Follow(dataset, path.Links);
        var column = end.Find(path.Column)!;
        ColumnRef[] own = column.Type.Kind is ValueKind.Timestamp or ValueKind.Date ? [new ColumnRef(end.Name, column.Name)] : [];
        return OnTheWay(path, dataset).Concat(column.Computed is { } computed ? Of(computed, end) : own);
    }

    /// <summary>The moments of dated links, and the bounds of what they lead to.</summary>
    private IEnumerable<ColumnRef> OnTheWay(ColumnPath path, Dataset start)
    {
        var from = start;
        foreach (var name in path.Links)
        {
            var link = catalog.Link(from, name);
            var to = catalog.Datasets[link.To];
            if (to.Validity is { } validity)
            {
                yield return link.At is { } at ? new ColumnRef(from.Name, at) : new ColumnRef(start.Name, start.Time!);
                yield return new ColumnRef(to.Name, validity.From);
                if (validity.To is { } end)
                    yield return new ColumnRef(to.Name, end);
            }
            from = to;
        }
    }
}
