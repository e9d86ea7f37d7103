using Kelvin.Catalog.Connections;
using Kelvin.Collection.Sources;

namespace Kelvin.Connectors.Databases;

/// <summary>
/// The statements that are sent to others' databases: names quoted by the database's own rule, the cursor's value a parameter. What a
/// person wrote as a query stands in parentheses, where nothing but a SELECT can stand.
/// </summary>
internal static class SourceStatement
{
    /// <summary>The parameter's name.</summary>
    public const string Since = "since";

    /// <summary>Tells the columns, and returns no row.</summary>
    public static string Describe(IDatabase database, FeedSelection selection) => $"SELECT * FROM {From(database, selection)} WHERE 1 = 0";

    /// <summary>Returns rows from as far as the cursor has come, in its order.</summary>
    public static string Read(IDatabase database, SourceRequest request, IEnumerable<string> columns)
    {
        var statement = $"SELECT {string.Join(", ", columns.Select(database.Quote))} FROM {From(database, request.Feed.Selection)}";
        if (request.Feed.Cursor is not { } cursor)
            return statement;
        if (request.Since is { } since)
            statement += $" WHERE {database.Quote(cursor)} {(request.IncludesSince ? ">=" : ">")} {database.Mark(since)}";
        return $"{statement} ORDER BY {database.Quote(cursor)}";
    }

    private static string From(IDatabase database, FeedSelection selection) => selection switch
    {
        FeedSelection.Table { Schema: { } schema, Name: var name } => $"{database.Quote(schema)}.{database.Quote(name)}",
        FeedSelection.Table table => database.Quote(table.Name),
        // On lines of its own, for it may end with a comment.
        FeedSelection.Query query => $"(\n{query.Sql}\n) AS q",
        _ => throw new InvalidOperationException($"No rows in {selection.GetType().Name}."),
    };
}
