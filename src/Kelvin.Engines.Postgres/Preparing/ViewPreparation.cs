using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Kelvin.Catalog;
using Kelvin.Engines.Postgres.Connections;
using Kelvin.Engines.Preparing;
using Kelvin.Engines.Sessions;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;
using Kelvin.Sql.Dialects;
using Npgsql;

namespace Kelvin.Engines.Postgres.Preparing;

/// <summary>
/// Makes a view of each dataset that is a query. Which datasets a query reads is known once its view is there, so those that read
/// a view not made yet are tried again until a round makes no more.
/// </summary>
internal sealed partial class ViewPreparation(PostgresSession session, TableNames names, MetricCatalog catalog, CancellationToken cancellationToken)
{
    private static readonly PostgresDialect Sql = PostgresDialect.Instance;
    private readonly ViewInspection _inspection = new(session, names, cancellationToken);
    private readonly Dictionary<string, QueryView> _views = new(StringComparer.Ordinal);

    /// <summary>The views that were made.</summary>
    public IReadOnlyDictionary<string, QueryView> Views => _views;

    /// <summary>Takes every view of the datasets' schema away.</summary>
    public async Task DropAllAsync()
    {
        var views = await session.RowsAsync(
            "SELECT relname::text FROM pg_class WHERE relnamespace = $1::regnamespace AND relkind = 'v'", cancellationToken, Sql.Quote(names.DatasetSchema));
        foreach (var view in views)
            await session.ExecuteAsync($"DROP VIEW IF EXISTS {names.Dataset((string)view[0]!)} CASCADE", cancellationToken);
    }

    /// <summary>Makes all views.</summary>
    /// <returns>Issues of those that could not be made.</returns>
    public async Task<ImmutableArray<Issue>> PrepareAsync()
    {
        var left = catalog.Datasets.Values.Where(dataset => dataset.Source is DatasetSource.Query).ToList();
        var issues = new Dictionary<string, ImmutableArray<Issue>>(StringComparer.Ordinal);
        for (var before = left.Count + 1; left.Count < before;)
        {
            before = left.Count;
            foreach (var dataset in left.ToList())
            {
                issues[dataset.Name] = await TryAsync(dataset, ((DatasetSource.Query)dataset.Source).Sql);
                if (issues[dataset.Name].IsEmpty)
                    left.Remove(dataset);
            }
        }
        return [.. issues.Values.SelectMany(found => found)];
    }

    private async Task<ImmutableArray<Issue>> TryAsync(Dataset dataset, string sql)
    {
        if (!BeginsAsSelect().IsMatch(sql))
            return [Issue.At(dataset.Place, "engine.query-not-select", ("dataset", dataset.Name))];
        ImmutableArray<Issue> issues = [];
        try
        {
            await session.TryAsync(async () => (issues = await CreateAsync(dataset, sql)).IsEmpty, cancellationToken);
        }
        catch (WarehouseException failure)
        {
            return [Explain(dataset, failure)];
        }
        return issues;
    }

    private async Task<ImmutableArray<Issue>> CreateAsync(Dataset dataset, string sql)
    {
        // The line break ends a comment that the query may close with.
        var body = $"({sql.TrimEnd().TrimEnd(';')}\n) AS query";
        var returned = await session.ColumnsOfAsync($"SELECT * FROM {body} WHERE $1", cancellationToken);
        var stored = dataset.Columns.Where(column => column.IsStored).ToList();
        if (stored.Find(column => NameAmong(returned, column) is null) is { } missing)
            return [Issue.At(dataset.Place, "engine.query-lacks-column", ("dataset", dataset.Name), ("column", missing.Name),
                ("nearest", NearestName.Of(missing.Name, returned)), ("columns", string.Join(", ", returned)))];
        var columns = stored.Select(column => $"{StoredType.Cast(Sql.Quote(NameAmong(returned, column)!), column)} AS {Sql.Quote(column.Name)}");
        var select = $"SELECT {string.Join(", ", columns)} FROM {body}";
        await session.ExecuteAsync($"CREATE VIEW {names.Dataset(dataset.Name)} AS {select}", cancellationToken);
        var reads = await _inspection.InspectAsync(dataset, catalog.Datasets.Keys);
        if (reads.IsSound)
            _views[dataset.Name] = new QueryView(dataset, reads.Value.Datasets, select);
        return reads.Issues;
    }

    private static string? NameAmong(List<string> returned, Column column) =>
        returned.Find(name => name == PostgresName.Of(column.Name))
        ?? returned.Find(name => string.Equals(name, column.Name, StringComparison.OrdinalIgnoreCase));

    private Issue Explain(Dataset dataset, WarehouseException failure)
    {
        var reason = failure.InnerException is PostgresException told ? told.MessageText : failure.Message.Split('\n')[0];
        if (failure.InnerException is not PostgresException { SqlState: PostgresErrorCodes.UndefinedTable })
            return Issue.At(dataset.Place, "engine.query-unreadable", ("dataset", dataset.Name), ("reason", reason));
        var table = QuotedName().Match(reason) is { Success: true } named ? named.Groups["name"].Value : reason;
        return catalog.Datasets.TryGetValue(table, out var source) && source.Source is DatasetSource.Query
            ? Issue.At(dataset.Place, "engine.query-source-faulty", ("dataset", dataset.Name), ("source", table))
            : Issue.At(dataset.Place, "engine.query-unknown-dataset",
                ("dataset", dataset.Name), ("source", table), ("nearest", NearestName.Of(table, catalog.Datasets.Keys)));
    }

    [GeneratedRegex(@"\A(\s|--[^\n]*(\n|\z)|/\*.*?\*/)*\(*\s*(select|with|values|table)\b", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex BeginsAsSelect();

    [GeneratedRegex("\"(?<name>[^\"]+)\"")]
    private static partial Regex QuotedName();
}
