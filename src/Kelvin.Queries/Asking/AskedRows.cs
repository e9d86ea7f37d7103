using Kelvin.Queries.Warehouse;

namespace Kelvin.Queries.Asking;

/// <summary>The rows that questions are put to: as they are now, and as they were known.</summary>
/// <param name="Now">What is known now.</param>
/// <param name="KnownOn">What was known on a moment.</param>
internal sealed record AskedRows(IRowSource Now, Func<DateTimeOffset, IRowSource> KnownOn)
{
    /// <summary>A warehouse's.</summary>
    public static AskedRows Of(IWarehouse warehouse) => new(warehouse, warehouse.KnownOn);

    /// <summary>Rows that have no past.</summary>
    public static AskedRows Only(IRowSource rows) => new(rows, _ => rows);
}
