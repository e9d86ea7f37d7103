using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Compiler.Frames;
using Kelvin.Engines.DuckDb;
using Kelvin.Queries.Warehouse;
using static Engines.Tests.Scratch;

namespace Engines.Tests;

/// <summary>A disk on which hardly any room is left: nothing begins that would need more, and questions go on.</summary>
public sealed class FullDiskTests
{
    [Fact]
    public async Task What_would_write_is_refused_before_it_begins_and_what_is_there_is_answered()
    {
        var folder = Directory.CreateTempSubdirectory("kelvin-full-").FullName;
        var orders = Dataset("orders", Text("id"), Money("amount")) with { Key = ["id"] };
        var batch = new RowBatch(orders, new Frame([new FrameColumn<string>("id", ["a"]), new FrameColumn<decimal>("amount", [1m])]));
        await using (var warehouse = await DuckDbWarehouse.OpenAsync(folder, Settings, default))
        {
            await warehouse.PrepareAsync(MetricCatalog.Empty with { Datasets = ImmutableSortedDictionary<string, Dataset>.Empty.Add("orders", orders) }, default);
            Assert.True((await warehouse.WriteAsync([batch], default))[0].IsSound);
        }
        await using (var warehouse = await DuckDbWarehouse.OpenAsync(folder, Settings with { KeepFree = long.MaxValue }, default))
        {
            await warehouse.PrepareAsync(MetricCatalog.Empty with { Datasets = ImmutableSortedDictionary<string, Dataset>.Empty.Add("orders", orders) }, default);
            var writing = await Assert.ThrowsAsync<WarehouseException>(() => warehouse.WriteAsync([batch], default));
            var undoing = await Assert.ThrowsAsync<WarehouseException>(() => warehouse.UndoAsync(1, null, null, default));
            Assert.All([writing, undoing], failure => Assert.Equal("engine.disk-full", failure.Issue!.Code));
            Assert.Equal(1, (await warehouse.StatesAsync(default))["orders"].Rows);
        }
        Directory.Delete(folder, recursive: true);
    }
}
