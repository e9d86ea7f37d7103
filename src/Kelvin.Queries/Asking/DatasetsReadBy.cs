using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Compiler.Binding;
using Kelvin.Compiler.Pinning;
using Kelvin.Formulas;

namespace Kelvin.Queries.Asking;

/// <summary>Finds every dataset that a question reads: those of its measures, and what they reach over links and roll-ups.</summary>
internal static class DatasetsReadBy
{
    /// <summary>The names, each once, in alphabetical order.</summary>
    public static IEnumerable<string> Question(BoundQuery query)
    {
        // What lists the periods of a calendar decides what is in them.
        var found = new SortedSet<string>(query.Catalog.Calendars.Values.Select(calendar => calendar.PeriodsFrom?.Dataset).OfType<string>(), StringComparer.Ordinal);
        foreach (var measure in query.Measures)
        {
            var dataset = query.Catalog.Datasets[measure.Dataset];
            found.Add(dataset.Name);
            if (measure.Axis is { } axis)
                Add(axis.Path, dataset, query.Catalog, found);
            Add(measure.Aggregate, query.Catalog, found);
            Add(measure.Choice, dataset, query.Catalog, found);
            foreach (var dimension in query.Dimensions)
                Add(dimension.Values[measure.Source], dataset, query.Catalog, found);
            if (query.Filters.TryGetValue(measure.Source, out var filter))
                Add(filter, dataset, query.Catalog, found);
        }
        return found;
    }

    /// <summary>The names of what a time is worked out from.</summary>
    public static IEnumerable<string> Time(RowTime time, MetricCatalog catalog)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal) { time.Dataset };
        Add(time.Value, catalog.Datasets[time.Dataset], catalog, found);
        return found;
    }

    /// <summary>Rows may be chosen by computed columns.</summary>
    private static void Add(RowChoice choice, Dataset dataset, MetricCatalog catalog, SortedSet<string> found)
    {
        if (choice is RowChoice.Converted { Events: var events })
        {
            Add(events.From, [.. events.Same.Select(pair => pair.From)], catalog, found);
            Add(events.To, [.. events.Same.Select(pair => pair.To)], catalog, found);
        }
        foreach (var path in ColumnsOf(choice))
            Add(path, dataset, catalog, found);
    }

    private static ImmutableArray<ColumnPath> ColumnsOf(RowChoice choice) => choice switch
    {
        RowChoice.Standing standing => [standing.To.Path],
        RowChoice.Edge edge => [.. edge.Series.Select(ColumnPath.Own)],
        RowChoice.Held held => [.. held.Series.Select(ColumnPath.Own)],
        RowChoice.Moments moments => [.. moments.Series.Select(ColumnPath.Own)],
        _ => [],
    };

    private static void Add(MetricExpression.EventRows rows, ImmutableArray<string> same, MetricCatalog catalog, SortedSet<string> found)
    {
        found.Add(rows.Dataset);
        foreach (var column in same.Add(rows.Time))
            Add(ColumnPath.Own(column), catalog.Datasets[rows.Dataset], catalog, found);
        if (rows.Where is { } where)
            Add(where, catalog.Datasets[rows.Dataset], catalog, found);
    }

    private static void Add(MetricExpression.Aggregate aggregate, MetricCatalog catalog, SortedSet<string> found)
    {
        var dataset = catalog.Datasets[aggregate.Dataset];
        found.Add(dataset.Name);
        if (aggregate.Value is { } value)
            Add(value, dataset, catalog, found);
        if (aggregate.Where is { } where)
            Add(where, dataset, catalog, found);
    }

    private static void Add(RowExpression expression, Dataset dataset, MetricCatalog catalog, SortedSet<string> found)
    {
        switch (expression)
        {
            case RowExpression.Column column:
                Add(column.Path, dataset, catalog, found);
                break;
            case RowExpression.Call call:
                foreach (var argument in call.Arguments)
                    Add(argument, dataset, catalog, found);
                break;
            case RowExpression.Case choice:
                foreach (var branch in choice.Branches)
                {
                    Add(branch.When, dataset, catalog, found);
                    Add(branch.Then, dataset, catalog, found);
                }
                if (choice.Otherwise is { } otherwise)
                    Add(otherwise, dataset, catalog, found);
                break;
            case RowExpression.Rate rate:
                found.Add(rate.By.Dataset);
                Add(rate.From, dataset, catalog, found);
                Add(rate.On, dataset, catalog, found);
                break;
            case RowExpression.MetricOf of:
                foreach (var path in of.Here)
                    Add(path, dataset, catalog, found);
                foreach (var measure in of.Bind(catalog).Measures())
                {
                    Add(measure.Aggregate, catalog, found);
                    foreach (var path in of.By(measure))
                        Add(path, catalog.Datasets[measure.Dataset], catalog, found);
                    if (measure.Axis is { } axis)
                        Add(axis.Path, catalog.Datasets[measure.Dataset], catalog, found);
                }
                break;
            case RowExpression.RolledUp rolled:
                Add(rolled.Of, catalog, found);
                break;
        }
    }

    private static void Add(ColumnPath path, Dataset dataset, MetricCatalog catalog, SortedSet<string> found)
    {
        for (var links = 1; links <= path.Links.Length; links++)
            found.Add(catalog.Follow(dataset, path.Links.Take(links)).Name);
        var end = catalog.Follow(dataset, path.Links);
        var column = end.Find(path.Column)!;
        if (column.Computed is { } computed)
            Add(computed, end, catalog, found);
        if (column.OverriddenBy is { } instead)
            Add(instead, end, catalog, found);
    }
}
