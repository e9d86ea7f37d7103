using System.Reflection;
using DuckDB.NET.Data;
using Kelvin.Engines.DuckDb.Connections;
using Kelvin.Queries.Warehouse;

namespace Engines.Tests;

/// <summary>After some failures the engine answers nothing more, until its file is opened anew.</summary>
public sealed class OpeningAnewTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kelvin-anew-").FullName;

    [Fact]
    public void A_file_is_opened_anew_when_the_last_connection_to_it_has_ended()
    {
        using var instance = DuckDbInstance.Open(WarehouseFolder.At(_folder), isInMemory: false, Scratch.Settings);
        using (var first = instance.Connect())
            first.Execute("CREATE TABLE kept AS SELECT 1 AS n", default);
        var open = instance.Connect();
        Assert.Equal("engine.disk-full", instance.Explain(Failure("FATAL Error: Failed to write: No space left on device")).Issue!.Code);
        Assert.Equal("engine.opening-anew", Assert.Throws<WarehouseException>(instance.Connect).Issue!.Code);
        open.Dispose();
        using var anew = instance.Connect();
        Assert.Equal(1, anew.Scalar("SELECT n FROM kept", default));
        using var beside = instance.Connect();
        Assert.Equal(1, beside.Scalar("SELECT n FROM kept", default));
    }

    [Fact]
    public void Other_failures_leave_the_file_open()
    {
        using var instance = DuckDbInstance.Open(WarehouseFolder.At(_folder), isInMemory: false, Scratch.Settings);
        using var open = instance.Connect();
        Assert.Equal("engine.disk-full", instance.Explain(Failure("IO Error: Disk quota exceeded")).Issue!.Code);
        Assert.Equal("Parser Error: so", instance.Explain(Failure("Parser Error: so")).Message);
        using var beside = instance.Connect();
        Assert.Equal(1, beside.Scalar("SELECT 1", default));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>What only the engine itself makes.</summary>
    private static DuckDBException Failure(string message) => (DuckDBException)Activator.CreateInstance(
        typeof(DuckDBException), BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, null, [message], null)!;
}
