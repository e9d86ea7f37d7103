using System.Collections.Immutable;
using CsCheck;
using Kelvin.Catalog;
using Kelvin.Compiler.Frames;
using Kelvin.Engines.DuckDb;
using Kelvin.Engines.Writing;
using Kelvin.Queries.Warehouse;
using static Engines.Tests.Scratch;

namespace Engines.Tests.Versions;

/// <summary>Keys that are remembered change no outcome: whatever comes between batches, a key that is there is found.</summary>
public sealed class RememberedKeysTests
{
    private static readonly Dataset Orders = Dataset("orders", Text("id"), Money("amount")) with { Key = ["id"] };

    [Fact]
    public void A_key_that_was_added_may_always_be_there_and_others_hardly_ever_are()
    {
        Gen.ULong.Array[1, 2_000].Sample(hashes =>
        {
            var keys = new KnownKeys();
            Array.ForEach(hashes, keys.Add);
            Assert.All(hashes, hash => Assert.True(keys.MayHave(hash)));
        }, iter: 50);
        var many = new KnownKeys();
        var chance = new Random(7);
        for (var key = 0; key < 300_000; key++)
            many.Add(Next(chance));
        Assert.InRange(Enumerable.Range(0, 100_000).Count(_ => many.MayHave(Next(chance))), 0, 1);
    }

    [Fact]
    public async Task Batches_of_any_keys_in_any_order_with_all_else_between_them_end_as_without_memory()
    {
        // The letter says what is done, the number with which keys.
        var steps = Gen.Select(Gen.Char["aaaaauurlxi"], Gen.Int[0, 12], Gen.Int[1, 3]).Array[1, 25];
        // Where a few rows are needed, a replacement makes it too few to remember, and further batches enough again.
        await Gen.Select(steps, Gen.Long[1, 6]).SampleAsync(async (all, least) =>
        {
            await using var remembering = await DuckDbWarehouse.OpenInMemoryAsync(Settings with { KeysRememberedFrom = least }, default);
            await using var plain = await DuckDbWarehouse.OpenInMemoryAsync(Settings with { KeysRememberedFrom = long.MaxValue }, default);
            foreach (var warehouse in new[] { remembering, plain })
                await warehouse.PrepareAsync(MetricCatalog.Empty with { Datasets = ImmutableSortedDictionary<string, Dataset>.Empty.Add("orders", Orders) }, default);
            // Some of the first batches are only counted until the keys are worth reading.
            foreach (var (step, at) in Enumerable.Range(0, 9).Select(at => ('a', 100 + at, 1)).Concat(all.Select(one => (one.Item1, one.Item2, one.Item3))).Select((step, at) => (step, at)))
                Assert.Equal(await DoAsync(plain, step, at), await DoAsync(remembering, step, at));
        }, iter: 30, threads: 1);
    }

    [Fact]
    public async Task Keys_that_came_while_there_were_too_few_rows_to_remember_are_found_afterwards()
    {
        await using var warehouse = await DuckDbWarehouse.OpenInMemoryAsync(Settings with { KeysRememberedFrom = 4 }, default);
        await warehouse.PrepareAsync(MetricCatalog.Empty with { Datasets = ImmutableSortedDictionary<string, Dataset>.Empty.Add("orders", Orders) }, default);
        for (var at = 0; at < 9; at++)
            await DoAsync(warehouse, ('a', 100 + at, 1), at);
        await DoAsync(warehouse, ('r', 100, 7), 9);
        await DoAsync(warehouse, ('a', 1, 1), 10);
        await DoAsync(warehouse, ('a', 2, 2), 11);
        Assert.Equal("0 0 0 0 0 5", await DoAsync(warehouse, ('a', 1, 1), 12));
    }

    private static ulong Next(Random chance) => (ulong)chance.NextInt64() << 1 ^ (ulong)chance.NextInt64();

    private static async Task<string> DoAsync(IWarehouse warehouse, (char What, int First, int Count) step, int at)
    {
        if (step.What == 'x')
        {
            var last = (await warehouse.LoadsAsync("orders", 1, default)).FirstOrDefault();
            return last is null ? "" : (await warehouse.UndoAsync(last.Id, null, null, default)).IsSound.ToString();
        }
        var ids = Enumerable.Range(step.First, step.Count).Select(id => FormattableString.Invariant($"k{id}")).ToArray();
        var batch = new RowBatch(Orders, new Frame([new FrameColumn<string>("id", ids), new FrameColumn<decimal>("amount", [.. ids.Select(_ => (decimal)at)])]))
        {
            Mode = step.What switch { 'u' or 'i' => LoadMode.Upsert, 'r' => LoadMode.Remove, 'l' => LoadMode.Replace, _ => LoadMode.Append },
        };
        var receipt = (await warehouse.WriteAsync(step.What == 'i' ? [batch, batch with { Mode = LoadMode.Append }] : [batch], default))[^1].Value!;
        return FormattableString.Invariant(
            $"{receipt.Added} {receipt.Replaced} {receipt.Removed} {receipt.Unchanged} {string.Join(',', receipt.Refused.Select(row => row.Row))} {(await warehouse.StatesAsync(default))["orders"].Rows}");
    }
}
