using Kelvin.Catalog;
using Kelvin.Engines.Preparing;
using Kelvin.Engines.Sessions;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Engines.Knowing;

/// <summary>What stands in the place of datasets so that they are as they were known.</summary>
internal sealed class KnownRows(IEngine engine, ViewStates prepared, KnownVersions versions)
{
    /// <summary>What stands for these datasets and for those that they read; nothing for one that has not changed since.</summary>
    public IReadOnlyList<(string Dataset, string Select)> InPlaceOf(IEnumerable<string> datasets)
    {
        var places = new List<(string, string)>();
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var dataset in datasets)
            Add(dataset, places, done);
        return places;
    }

    /// <summary>The datasets that a statement may read: those whose name is in it.</summary>
    public IEnumerable<string> MentionedIn(string statement) =>
        prepared.Datasets.Keys.Where(dataset => statement.Contains(engine.Kept(dataset), StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether nothing that a dataset reads names a dataset together with its schema.</summary>
    public bool CanStandIn(string dataset) =>
        !prepared.Views.TryGetValue(dataset, out var view) || !view.NamesSchemas && view.Reads.All(CanStandIn);

    private void Add(string name, List<(string, string)> places, HashSet<string> done)
    {
        if (!done.Add(name))
            return;
        if (!prepared.Views.TryGetValue(name, out var view))
        {
            if (versions.LastOf(name) is { } load && prepared.Datasets.TryGetValue(name, out var dataset))
                places.Add((name, Select(dataset, load)));
            return;
        }
        foreach (var source in view.Reads)
            Add(source, places, done);
        if (prepared.TablesUnder(name).All(table => versions.LastOf(table) is null))
            return;
        if (view.NamesSchemas)
            throw new WarehouseException(Issue.At(view.Dataset.Place, "engine.known-on-names-schemas", ("dataset", name)));
        places.Add((name, view.Select));
    }

    /// <summary>The rows that a load had come before and that none up to it had taken away.</summary>
    private string Select(Dataset dataset, long load)
    {
        var names = engine.Names;
        var (columns, last) = (new DatasetColumns(engine, dataset).List, Whole.Text(load));
        return $"""
            SELECT {columns} FROM {names.Rows(dataset.Name)} WHERE {names.Load} <= {last}
            UNION ALL SELECT {columns} FROM {names.History(dataset.Name)} WHERE {names.Load} <= {last} AND {names.Removed} > {last}
            """;
    }
}
