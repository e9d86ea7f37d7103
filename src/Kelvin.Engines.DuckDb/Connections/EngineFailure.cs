using DuckDB.NET.Data;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Engines.DuckDb.Connections;

/// <summary>What failures of the engine mean.</summary>
internal static class EngineFailure
{
    // As the system says that a disk, a quota or the greatest length of a file is reached.
    private static readonly string[] NoRoom = ["No space left on device", "Disk quota exceeded", "File too large", "not enough space on the disk"];

    /// <summary>Whether the engine answers nothing more after it, until its file is opened anew.</summary>
    public static bool IsLast(DuckDBException failure) => failure.Message.Contains("FATAL Error", StringComparison.Ordinal);

    /// <summary>A failure as a person can use it.</summary>
    public static WarehouseException Explain(DuckDBException failure, string folder) =>
        NoRoom.Any(words => failure.Message.Contains(words, StringComparison.OrdinalIgnoreCase)) ? Full(folder, failure) : new WarehouseException(failure.Message, failure);

    /// <summary>The disk is full.</summary>
    public static WarehouseException Full(string folder, Exception? failure) => new(Issue.At(null, "engine.disk-full", ("folder", folder)), failure);
}
