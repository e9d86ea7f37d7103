using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Engines.Postgres.Connections;
using Kelvin.Engines.Sessions;
using Kelvin.Language;
using Kelvin.Sql.Dialects;

namespace Kelvin.Engines.Postgres.Preparing;

/// <summary>
/// Looks at a person's query as the server itself has taken it in, as the tree that is kept of its view: what it reads must be
/// datasets, and no function may reach outside of them.
/// </summary>
internal sealed class ViewInspection(PostgresSession session, TableNames names, CancellationToken cancellationToken)
{
    /// <summary>The datasets a view reads, or the issues that keep it from being used.</summary>
    public async Task<Checked<ViewReads>> InspectAsync(Dataset dataset, IEnumerable<string> datasets)
    {
        var known = datasets.ToDictionary(PostgresName.Of, name => name, StringComparer.Ordinal);
        var tables = await TablesAsync(dataset);
        var issues = (await FunctionsOutsideAsync(dataset))
            .Select(function => Issue.At(dataset.Place, "engine.query-reads-outside", ("dataset", dataset.Name), ("source", function)))
            .Concat(tables.Where(table => !IsDataset(table))
                .Select(table => Issue.At(dataset.Place, "engine.query-unknown-dataset",
                    ("dataset", dataset.Name), ("source", $"{table.Schema}.{table.Name}"), ("nearest", NearestName.Of(table.Name, known.Values)))))
            .ToImmutableArray();
        return issues.IsEmpty
            ? Checked<ViewReads>.Sound(new ViewReads([.. tables.Select(table => known[table.Name]).Order(StringComparer.Ordinal)]))
            : Checked<ViewReads>.Faulty(issues);

        bool IsDataset((string Schema, string Name) table) => table.Schema == PostgresName.Of(names.DatasetSchema) && known.ContainsKey(table.Name);
    }

    private async Task<List<(string Schema, string Name)>> TablesAsync(Dataset dataset) =>
        [.. (await session.RowsAsync($"""
            SELECT DISTINCT n.nspname::text, c.relname::text
            FROM {Mentioned("relid")} JOIN pg_class AS c ON c.oid = m.oid JOIN pg_namespace AS n ON n.oid = c.relnamespace
            WHERE c.oid <> $1::regclass
            """, cancellationToken, names.Dataset(dataset.Name))).Select(row => ((string)row[0]!, (string)row[1]!))];

    /// <summary>
    /// Functions that a query has no use for: those that are not the server's own, that may do something or give another answer
    /// each time, and that tell of the server or read what they are told the name of.
    /// </summary>
    private async Task<List<string>> FunctionsOutsideAsync(Dataset dataset) =>
        [.. (await session.RowsAsync($"""
            SELECT DISTINCT p.proname::text
            FROM {Mentioned("funcid")} JOIN pg_proc AS p ON p.oid = m.oid
            WHERE p.pronamespace <> 'pg_catalog'::regnamespace OR p.provolatile = 'v'
              OR p.proname ~ '^(pg_|has_|inet_|txid_|current_|col_description|obj_description)|_to_xml|_to_xmlschema'
            ORDER BY 1
            """, cancellationToken, names.Dataset(dataset.Name))).Select(row => (string)row[0]!)];

    private static string Mentioned(string field) =>
        $"(SELECT (regexp_matches(ev_action::text, ':{field} (\\d+)', 'g'))[1]::oid AS oid FROM pg_rewrite WHERE ev_class = $1::regclass) AS m";
}
