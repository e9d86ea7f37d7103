using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Engines.DuckDb.Connections;
using Kelvin.Engines.Preparing;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;
using Kelvin.Sql.Dialects;

namespace Kelvin.Engines.DuckDb.Preparing;

/// <summary>Makes a view of each dataset that is a query, those it reads first.</summary>
internal sealed class ViewPreparation(
    DuckDbSession session, TablePreparation tables, MetricCatalog catalog, CancellationToken cancellationToken)
{
    private static readonly DuckDbDialect Sql = DuckDbDialect.Instance;
    private readonly Dictionary<string, QueryView> _views = new(StringComparer.Ordinal);
    private readonly HashSet<string> _begun = new(StringComparer.Ordinal);

    /// <summary>Issues of the views that could not be made.</summary>
    public ImmutableArray<Issue>.Builder Issues { get; } = ImmutableArray.CreateBuilder<Issue>();

    /// <summary>The views that were made.</summary>
    public IReadOnlyDictionary<string, QueryView> Views => _views;

    /// <summary>Makes the view of a dataset unless that was tried before.</summary>
    public async Task PrepareAsync(Dataset dataset)
    {
        if (dataset.Source is not DatasetSource.Query query || !_begun.Add(dataset.Name))
            return;
        session.Execute($"DROP VIEW IF EXISTS {Sql.Quote(dataset.Name)}", cancellationToken);
        await tables.PutAsideAsync(dataset.Name);
        var reads = QueryInspection.Inspect(session, dataset, query.Sql, catalog.Datasets.Keys, cancellationToken);
        if (!reads.IsSound)
        {
            Issues.AddRange(reads.Issues);
            return;
        }
        foreach (var source in reads.Value.Datasets)
            await PrepareAsync(catalog.Datasets[source]);
        if (reads.Value.Datasets.FirstOrDefault(IsUnmade) is { } unmade)
            Issues.Add(Issue.At(dataset.Place, "engine.query-source-faulty", ("dataset", dataset.Name), ("source", unmade)));
        else if (Create(dataset, query.Sql, reads.Value) is { } issue)
            Issues.Add(issue);
    }

    /// <summary>Not made yet: faulty, or a circle that leads back here.</summary>
    private bool IsUnmade(string source) =>
        catalog.Datasets[source].Source is DatasetSource.Query && !_views.ContainsKey(source);

    private Issue? Create(Dataset dataset, string sql, QueryReads reads)
    {
        // The line break ends a comment that the query may close with.
        var body = $"({sql.TrimEnd().TrimEnd(';')}\n) AS query";
        try
        {
            var returned = session.ColumnsOf($"SELECT * FROM {body} LIMIT 0", cancellationToken);
            var stored = dataset.Columns.Where(column => column.IsStored).ToList();
            if (stored.Find(column => !returned.Contains(column.Name, StringComparer.OrdinalIgnoreCase)) is { } missing)
                return Issue.At(dataset.Place, "engine.query-lacks-column", ("dataset", dataset.Name), ("column", missing.Name),
                    ("nearest", NearestName.Of(missing.Name, returned)), ("columns", string.Join(", ", returned)));
            var columns = stored.Select(column => $"CAST({Sql.Quote(column.Name)} AS {ColumnType.NameOf(column)}) AS {Sql.Quote(column.Name)}");
            var view = new QueryView(dataset, reads.Datasets, $"SELECT {string.Join(", ", columns)} FROM {body}") { NamesSchemas = reads.NamesSchemas };
            session.Execute($"CREATE VIEW {Sql.Quote(dataset.Name)} AS {view.Select}", cancellationToken);
            _views[dataset.Name] = view;
            return null;
        }
        catch (WarehouseException failure)
        {
            var reason = failure.Message.Split('\n')[0];
            return Issue.At(dataset.Place, "engine.query-unreadable", ("dataset", dataset.Name), ("reason", reason));
        }
    }
}
