using System.Collections.Immutable;

namespace Kelvin.Interchange.Tables;

/// <summary>What is known of a table in the warehouse that definitions speak of.</summary>
/// <param name="Name">Its name, without schema.</param>
/// <param name="Columns">Its columns.</param>
public sealed record WarehouseTable(string Name, ImmutableArray<WarehouseColumn> Columns)
{
    /// <summary>Whether the values of these columns together come again in another row; null where rows have not been looked at.</summary>
    public Func<IReadOnlyList<string>, bool>? Repeats { get; init; }

    /// <summary>The column of this name in any case, or null.</summary>
    public WarehouseColumn? Find(string column) =>
        Columns.Where(candidate => candidate.Name.Equals(column, StringComparison.OrdinalIgnoreCase)).Cast<WarehouseColumn?>().FirstOrDefault();
}

/// <summary>A column of a table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type as the warehouse calls it, such as <c>VARCHAR(20)</c>.</param>
public readonly record struct WarehouseColumn(string Name, string Type);
