using System.Text.Json;

namespace Kelvin.Engines.DuckDb.Preparing;

/// <summary>Gathers what a parsed query takes rows from.</summary>
internal sealed class QuerySources
{
    private readonly HashSet<string> _named = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _tables = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Tables that the query does not name itself; one of another schema is written with it.</summary>
    public IReadOnlySet<string> Tables => _tables.Except(_named, StringComparer.OrdinalIgnoreCase).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a table is named together with its schema.</summary>
    public bool NamesSchemas { get; private set; }

    /// <summary>Functions and statements it takes rows from.</summary>
    public HashSet<string> Functions { get; } = new(StringComparer.OrdinalIgnoreCase);

    public void Visit(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
            foreach (var item in element.EnumerateArray())
                Visit(item);
        if (element.ValueKind != JsonValueKind.Object)
            return;
        switch (Text(element, "type"))
        {
            case "BASE_TABLE":
                _tables.Add(TableName(element));
                NamesSchemas |= Text(element, "schema_name").Length > 0;
                break;
            case "TABLE_FUNCTION":
                Functions.Add(Text(element.GetProperty("function"), "function_name"));
                break;
            case "SHOW_REF":
                Functions.Add("SHOW");
                break;
        }
        if (element.TryGetProperty("cte_map", out var named))
            foreach (var entry in named.GetProperty("map").EnumerateArray())
                _named.Add(Text(entry, "key"));
        foreach (var property in element.EnumerateObject())
            Visit(property.Value);
    }

    private static string TableName(JsonElement table)
    {
        var (catalog, schema, name) = (Text(table, "catalog_name"), Text(table, "schema_name"), Text(table, "table_name"));
        return catalog.Length > 0 ? $"{catalog}.{schema}.{name}" : schema is "" or "main" ? name : $"{schema}.{name}";
    }

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
