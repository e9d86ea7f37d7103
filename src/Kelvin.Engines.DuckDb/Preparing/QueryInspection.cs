using System.Collections.Immutable;
using System.Text.Json;
using Kelvin.Catalog;
using Kelvin.Engines.DuckDb.Connections;
using Kelvin.Language;

namespace Kelvin.Engines.DuckDb.Preparing;

/// <summary>
/// Looks at a person's query as the engine itself parses it: exactly one SELECT, over datasets only.
/// </summary>
internal static class QueryInspection
{
    /// <summary>Functions that make rows out of their arguments alone.</summary>
    private static readonly ImmutableHashSet<string> Generators =
        ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "unnest", "range", "generate_series");

    /// <summary>The datasets a query reads, or the issues that keep it from being used.</summary>
    public static Checked<QueryReads> Inspect(
        DuckDbSession session, Dataset dataset, string sql, IEnumerable<string> datasets, CancellationToken cancellationToken)
    {
        var json = (string)session.Scalar("SELECT json_serialize_sql($1::VARCHAR)", cancellationToken, sql)!;
        using var tree = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 1_000 });
        if (tree.RootElement.GetProperty("error").GetBoolean())
            return Faulty(tree.RootElement.GetProperty("error_type").GetString() == "not implemented"
                ? Issue.At(dataset.Place, "engine.query-not-select", ("dataset", dataset.Name))
                : Issue.At(dataset.Place, "engine.query-unreadable", ("dataset", dataset.Name), ("reason", tree.RootElement.GetProperty("error_message").GetString())));
        if (tree.RootElement.GetProperty("statements").GetArrayLength() != 1)
            return Faulty(Issue.At(dataset.Place, "engine.query-not-select", ("dataset", dataset.Name)));

        var found = new QuerySources();
        found.Visit(tree.RootElement);
        var known = datasets.ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
        var issues = found.Functions.Where(function => !Generators.Contains(function))
            .Select(function => Issue.At(dataset.Place, "engine.query-reads-outside", ("dataset", dataset.Name), ("source", function)))
            .Concat(found.Tables.Where(table => !known.Contains(table))
                .Select(table => Issue.At(dataset.Place, "engine.query-unknown-dataset",
                    ("dataset", dataset.Name), ("source", table), ("nearest", NearestName.Of(table, known)))))
            .ToImmutableArray();
        return issues.IsEmpty
            ? Checked<QueryReads>.Sound(new QueryReads([.. known.Where(found.Tables.Contains).Order(StringComparer.Ordinal)], found.NamesSchemas))
            : Checked<QueryReads>.Faulty(issues);
    }

    private static Checked<QueryReads> Faulty(Issue issue) => Checked<QueryReads>.Faulty(issue);
}
