using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Interchange.Documents;
using Kelvin.Language;

namespace Kelvin.Interchange.Tables;

/// <summary>The tables of a warehouse, by name.</summary>
public sealed class WarehouseTables
{
    private readonly ImmutableSortedDictionary<string, WarehouseTable> _byName;

    /// <summary>These tables; of two with the same name the first.</summary>
    public WarehouseTables(IEnumerable<WarehouseTable> tables) =>
        _byName = tables.DistinctBy(table => table.Name, StringComparer.OrdinalIgnoreCase).ToImmutableSortedDictionary(table => table.Name, table => table, StringComparer.OrdinalIgnoreCase);

    /// <summary>Nothing is known of any table.</summary>
    public static WarehouseTables Unknown { get; } = new([]);

    /// <summary>The table of this name in any case, or null.</summary>
    public WarehouseTable? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>
    /// Reads a list of tables, each with <c>table</c> or <c>name</c> and <c>columns</c> of <c>name</c> and <c>type</c>, or the
    /// <c>catalog.json</c> that dbt makes of a warehouse.
    /// </summary>
    public static Checked<WarehouseTables> Read(DefinitionFile file)
    {
        var issues = new List<Issue>();
        var tables = DocumentReader.Read(file, issues).SelectMany(document => Tables(document, issues)).ToList();
        if (tables.Count == 0 && issues.Count == 0)
            issues.Add(Issue.At(new Place(file.Path, 1, 1, 1), "interchange.no-tables"));
        return tables.Count == 0 ? Checked<WarehouseTables>.Faulty([.. issues]) : Checked<WarehouseTables>.Sound(new WarehouseTables(tables), [.. issues]);
    }

    private static IEnumerable<WarehouseTable> Tables(DocumentNode document, ICollection<Issue> issues)
    {
        if (document is DocumentNode.Sequence list)
            return list.Items.OfType<DocumentNode.Mapping>().Select(table => Listed(new NodeFields(table, issues))).OfType<WarehouseTable>();
        if (!document.IsMapping(out var mapping))
            return [];
        var groups = new[] { "nodes", "sources" }.Select(mapping.Find).OfType<DocumentNode.Mapping>().SelectMany(group => group.Entries);
        return groups.Select(entry => entry.Value).OfType<DocumentNode.Mapping>().Select(node => Catalogued(new NodeFields(node, issues))).OfType<WarehouseTable>()
            .Concat(mapping.Find("tables") is { } tables ? Tables(tables, issues) : []);
    }

    private static WarehouseTable? Listed(NodeFields table) =>
        (table.Text("table") ?? table.Text("name")) is { } name
            ? new WarehouseTable(name, [.. table.Groups("columns").Where(column => column.Has("name")).Select(column => new WarehouseColumn(column.Text("name")!, column.Text("type") ?? column.Text("data_type") ?? ""))])
            : null;

    private static WarehouseTable? Catalogued(NodeFields node) =>
        node.Group("metadata")?.Text("name") is { } name && node.Node("columns") is DocumentNode.Mapping columns
            ? new WarehouseTable(name, [.. columns.Entries.Select(entry => new WarehouseColumn(entry.Key, (entry.Value as DocumentNode.Mapping)?.Find("type") is DocumentNode.Scalar type ? type.Text : ""))])
            : null;
}
