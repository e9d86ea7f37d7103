using Kelvin.Catalog;
using Kelvin.Compiler.Frames;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;
using static Engines.Tests.Scratch;

namespace Engines.Tests.Versions;

/// <summary>Batches of typed rows: taken row by row, each a load, made durable together, and never twice.</summary>
public abstract class WritingTests(TestEngine engine) : EngineTests(engine)
{
    private static readonly Dataset Orders = Dataset("orders", Text("id"), Money("amount"), Date("day")) with { Key = ["id"], Time = "day" };
    private static readonly Dataset Visits = Dataset("visits", Text("page"), Number("count", 0, optional: true));

    [Fact]
    public async Task Rows_that_cannot_be_taken_are_refused_one_by_one_and_the_rest_is_taken()
    {
        await using var scratch = await OpenAsync(Orders);
        await WriteAsync(scratch, Batch(("a", 1m)));
        var receipt = (await WriteAsync(scratch, Batch(("a", 2m), ("b", 3m), ("b", 4m), (null, 5m), ("c", null), ("d", 1.23456m), ("e", 1e15m), ("f\0", 1m), ("g", 7m))))[0].Value!;
        Assert.Equal(
            ["0 rows.key-present", "2 rows.key-twice", "3 rows.value-missing", "4 rows.value-missing", "5 import.not-fitting", "6 import.not-fitting", "7 rows.null-character"],
            receipt.Refused.Select(row => $"{row.Row} {row.Reason.Code}"));
        Assert.All(receipt.Refused, row => Assert.NotEqual(row.Reason.Message(Tongue.English), row.Reason.Message(Tongue.Swedish)));
        Assert.Equal((2, 2), (receipt.Added, receipt.DataVersion));
        Assert.Equal(["a|1.0000", "b|3.0000", "g|7.0000"], await AllAsync(scratch));
    }

    [Fact]
    public async Task All_or_nothing_takes_nothing_when_one_row_is_refused()
    {
        await using var scratch = await OpenAsync(Orders);
        await WriteAsync(scratch, Batch(("a", 1m)));
        var outcomes = await WriteAsync(scratch, Batch(("a", 2m), ("b", 3m)) with { AllOrNothing = true }, Batch(("c", 3m)));
        Assert.Equal("rows.key-present", Assert.Single(outcomes[0].Issues).Code);
        Assert.Equal(1, outcomes[1].Value!.Added);
        Assert.Equal(["a|1.0000", "c|3.0000"], await AllAsync(scratch));
    }

    [Fact]
    public async Task A_batch_that_comes_again_under_its_key_gets_the_first_receipt()
    {
        await using var scratch = await OpenAsync(Orders);
        var batch = Batch(("a", 1m), ("a", 2m)) with { Key = "k1" };
        var first = (await WriteAsync(scratch, batch, batch))!;
        var again = (await WriteAsync(scratch, batch, Batch(("b", 1m)) with { Key = "k2" }))!;
        foreach (var repeated in new[] { first[1], again[0] })
        {
            Assert.True(repeated.Value!.IsRepeated);
            Assert.Equal(Texts(first[0].Value!), Texts(repeated.Value));
        }
        Assert.Equal(["a|1.0000", "b|1.0000"], await AllAsync(scratch));
        Assert.Equal(2, (await scratch.Warehouse.LoadsAsync("orders", 10, default)).Length);
    }

    [Fact]
    public async Task A_key_that_comes_with_another_content_is_refused_whether_at_once_or_later()
    {
        await using var scratch = await OpenAsync(Orders);
        var batch = Batch(("a", 1m)) with { Key = "k1", Content = "one" };
        var other = Batch(("b", 2m)) with { Key = "k1", Content = "other" };
        var first = await WriteAsync(scratch, batch, other, batch);
        var again = await WriteAsync(scratch, other, batch, batch with { Content = null });
        Assert.Equal("rows.key-of-another", Assert.Single(first[1].Issues).Code);
        Assert.Equal("rows.key-of-another", Assert.Single(again[0].Issues).Code);
        Assert.All(new[] { first[2], again[1], again[2] }, outcome => Assert.True(outcome.Value!.IsRepeated));
        Assert.Equal(["a|1.0000"], await AllAsync(scratch));
    }

    [Fact]
    public async Task Batches_of_one_call_follow_one_another()
    {
        await using var scratch = await OpenAsync(Orders);
        var outcomes = await WriteAsync(
            scratch,
            Batch(("a", 1m), ("b", 1m)),
            Batch(("b", 2m), ("c", 2m)),
            Batch(("b", 3m), ("d", 3m)) with { Mode = LoadMode.Upsert },
            Batch(("b", 4m), ("d", 3m)) with { Mode = LoadMode.Upsert },
            new RowBatch(Orders, new Frame([new FrameColumn<string>("id", ["a", "x"])])) { Mode = LoadMode.Remove, Person = "Eva", Source = "till" });
        Assert.Equal(
            ["2 0 0 0", "1 0 0 0", "1 1 0 0", "0 1 0 1", "0 0 1 1"],
            outcomes.Select(outcome => outcome.Value!).Select(receipt => $"{receipt.Added} {receipt.Replaced} {receipt.Removed} {receipt.Unchanged}"));
        Assert.Equal([1L, 2L, 3L, 4L, 5L], outcomes.Select(outcome => outcome.Value!.DataVersion));
        Assert.Equal(["b|4.0000", "c|2.0000", "d|3.0000"], await AllAsync(scratch));
        var last = (await scratch.Warehouse.LoadsAsync("orders", 1, default))[0];
        Assert.Equal((LoadMode.Remove, "Eva", "till"), (last.Mode, last.Person, last.Source));
        Assert.Equal("till", (await scratch.Warehouse.StatesAsync(default))["orders"].LastSource);
    }

    [Fact]
    public async Task Batches_of_several_datasets_become_durable_together()
    {
        await using var scratch = await OpenAsync(Orders, Visits);
        var outcomes = await WriteAsync(
            scratch, Batch(("a", 1m)),
            new RowBatch(Visits, new Frame([new FrameColumn<string>("page", ["/", "/"]), new FrameColumn<double>("count", [1, 2])])),
            Batch(("b", 1m)));
        Assert.Equal([1L, 2L, 1L], outcomes.Select(outcome => outcome.Value!.Added));
        Assert.Equal(["/|1", "/|2"], await scratch.RowsAsync("SELECT page, \"count\" FROM visits ORDER BY \"count\"", "page", "count"));
    }

    [Fact]
    public async Task A_batch_that_is_the_whole_truth_replaces()
    {
        await using var scratch = await OpenAsync(Orders);
        await WriteAsync(scratch, Batch(("a", 1m), ("b", 2m)));
        var receipt = (await WriteAsync(scratch, Batch(("b", 2m), ("c", 3m)) with { Mode = LoadMode.Replace, Kind = LoadKind.Sync }))[0].Value!;
        Assert.Equal((1, 0, 1, 1), (receipt.Added, receipt.Replaced, receipt.Removed, receipt.Unchanged));
        Assert.Equal(["b|2.0000", "c|3.0000"], await AllAsync(scratch));
    }

    [Fact]
    public async Task Nothing_is_written_into_a_query()
    {
        var query = Orders with { Name = "view", Source = new DatasetSource.Query("select * from orders") };
        await using var scratch = await OpenAsync(Orders, query);
        var outcomes = await WriteAsync(scratch, Batch(("a", 1m)) with { Dataset = query }, Batch(("a", 1m)));
        Assert.Equal("import.into-query", Assert.Single(outcomes[0].Issues).Code);
        Assert.True(outcomes[1].IsSound);
    }

    private static Task<System.Collections.Immutable.ImmutableArray<Checked<WriteReceipt>>> WriteAsync(Scratch scratch, params RowBatch[] batches) =>
        scratch.Warehouse.WriteAsync([.. batches], default);

    private static Task<string[]> AllAsync(Scratch scratch) => scratch.RowsAsync("SELECT id, amount FROM orders ORDER BY id", "id", "amount");

    private static string Texts(WriteReceipt receipt) =>
        $"{receipt.Load} {receipt.Added} {receipt.From} {receipt.DataVersion} {string.Join(';', receipt.Refused.Select(row => $"{row.Row} {row.Reason}"))}";

    private static RowBatch Batch(params (string? Id, decimal? Amount)[] rows) => new(Orders, new Frame(
    [
        new FrameColumn<string>("id", [.. rows.Select(row => row.Id!)], [.. rows.Select(row => row.Id is null)]),
        new FrameColumn<decimal>("amount", [.. rows.Select(row => row.Amount ?? 0)], [.. rows.Select(row => row.Amount is null)]),
        new FrameColumn<DateOnly>("day", [.. rows.Select(_ => new DateOnly(2025, 1, 1))]),
    ]));
}

public sealed class WritingTestsOnDuckDb() : WritingTests(TestEngine.DuckDb);

public sealed class WritingTestsOnPostgres() : WritingTests(TestEngine.Postgres);
