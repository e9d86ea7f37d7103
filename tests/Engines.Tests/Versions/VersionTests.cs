using Kelvin.Catalog;
using Kelvin.Compiler.Frames;
using Kelvin.Queries.Warehouse;
using Microsoft.Extensions.Time.Testing;
using static Engines.Tests.Scratch;

namespace Engines.Tests.Versions;

/// <summary>Every load is a version: what each mode does with rows that are there, and what was known before.</summary>
public abstract class VersionTests(TestEngine engine)
{
    private static readonly Dataset Orders = Dataset("orders", Text("id"), Money("amount"), Date("day")) with { Key = ["id"], Time = "day" };
    private static readonly Dataset Keyless = Orders with { Key = [] };
    private const string Header = "id,amount,day\n";
    private const string Two = Header + "a,1,2025-01-01\nb,2,2025-01-31\n";

    [Fact]
    public async Task Replacing_leaves_equal_rows_untouched_and_takes_away_those_that_are_lacking()
    {
        await using var scratch = await OpenAsync(Orders);
        var first = await scratch.LoadAsync(Orders, Two);
        var second = await scratch.LoadAsync(Orders, Header + "b,2,2025-01-31\nc,3,2025-02-01\n");
        Assert.Equal((1, 0, 1, 1), Counts(second.Load!));
        Assert.Equal(new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc), second.Load!.From);
        Assert.Equal(new DateTime(2025, 2, 1, 0, 0, 0, DateTimeKind.Utc), second.Load.Until);
        Assert.Equal([$"b|{first.Load!.Id}", $"c|{second.Load.Id}"], await LoadsOfRowsAsync(scratch));
        var state = (await scratch.Warehouse.StatesAsync(default))["orders"];
        Assert.Equal((2, 2, new DateTime(2025, 1, 31, 0, 0, 0, DateTimeKind.Utc)), (state.Rows, state.DataVersion, state.Earliest));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_same_rows_again_make_no_version(bool hasKey)
    {
        var dataset = hasKey ? Orders : Keyless;
        await using var scratch = await OpenAsync(dataset);
        var first = await scratch.LoadAsync(dataset, Two);
        var again = await scratch.LoadAsync(dataset, Header + "b,2.0,2025-01-31\na,1,2025-01-01\n");
        Assert.Null(again.Load);
        Assert.Equal((2, first.DataVersion), (again.Accepted, again.DataVersion));
        Assert.Single(await scratch.Warehouse.LoadsAsync("orders", 10, default));
    }

    [Fact]
    public async Task Without_a_key_another_number_of_the_same_rows_replaces_all()
    {
        await using var scratch = await OpenAsync(Keyless);
        await scratch.LoadAsync(Keyless, Header + "a,1,2025-01-01\na,1,2025-01-01\nb,2,2025-01-31\n");
        var second = await scratch.LoadAsync(Keyless, Header + "a,1,2025-01-01\nb,2,2025-01-31\nb,2,2025-01-31\n");
        Assert.Equal((3, 0, 3, 0), Counts(second.Load!));
        Assert.Equal(["a", "b", "b"], await scratch.RowsAsync("SELECT id FROM orders ORDER BY id", "id"));
    }

    [Fact]
    public async Task Upserting_puts_rows_in_the_place_of_those_of_their_key()
    {
        await using var scratch = await OpenAsync(Orders);
        await scratch.LoadAsync(Orders, Two);
        var second = await scratch.LoadAsync(Orders, Header + "a,9,2025-03-01\nb,2,2025-01-31\nc,3,2025-02-01\n", LoadMode.Upsert);
        Assert.Equal((1, 1, 0, 1), Counts(second.Load!));
        Assert.Equal(["a|9.0000", "b|2.0000", "c|3.0000"], await scratch.RowsAsync("SELECT id, amount FROM orders ORDER BY id", "id", "amount"));
        var state = (await scratch.Warehouse.StatesAsync(default))["orders"];
        Assert.Equal((3, new DateTime(2025, 1, 31, 0, 0, 0, DateTimeKind.Utc), new DateTime(2025, 3, 1, 0, 0, 0, DateTimeKind.Utc)), (state.Rows, state.Earliest, state.Watermark));
    }

    [Theory]
    [InlineData(LoadMode.Upsert, "import.upsert-needs-key")]
    [InlineData(LoadMode.Remove, "import.remove-needs-key")]
    public async Task A_mode_that_tells_rows_by_their_key_needs_one(LoadMode mode, string code)
    {
        await using var scratch = await OpenAsync(Keyless);
        Assert.Equal(code, Assert.Single((await scratch.TryLoadAsync(Keyless, scratch.Write("f.csv", Two), mode)).Issues).Code);
        Assert.Equal(code, Assert.Single((await scratch.Warehouse.WriteAsync([new RowBatch(Keyless, Frame("a", 1)) { Mode = mode }], default))[0].Issues).Code);
    }

    [Fact]
    public async Task What_was_known_on_a_moment_can_be_asked()
    {
        var total = Dataset("total", Money("total")) with { Source = new DatasetSource.Query("select sum(amount) as total from orders") };
        await using var scratch = await OpenAsync(Orders, total);
        var before = Clock.GetUtcNow();
        Clock.Advance(TimeSpan.FromHours(1));
        await scratch.LoadAsync(Orders, Two);
        var first = Clock.GetUtcNow();
        Clock.Advance(TimeSpan.FromHours(1));
        await scratch.LoadAsync(Orders, Header + "a,5,2025-01-01\nc,3,2025-02-01\n", LoadMode.Upsert);
        var second = Clock.GetUtcNow();
        Clock.Advance(TimeSpan.FromHours(1));
        await scratch.LoadAsync(Orders, Header + "c,3,2025-02-01\n");
        Assert.Empty(await KnownAsync(scratch, before));
        Assert.Equal(["a|1.0000", "b|2.0000"], await KnownAsync(scratch, first));
        Assert.Equal(["a|5.0000", "b|2.0000", "c|3.0000"], await KnownAsync(scratch, second));
        Assert.Equal(["c|3.0000"], await KnownAsync(scratch, Clock.GetUtcNow()));
        Assert.Equal(["3.0000"], await RowsAsync(scratch.Warehouse.KnownOn(first), "SELECT total FROM total", "total"));
        Assert.Equal(["10.0000"], await RowsAsync(scratch.Warehouse.KnownOn(second), "SELECT total FROM total", "total"));
        var states = await scratch.Warehouse.KnownOn(first).StatesAsync(default);
        Assert.Equal((2, first, new DateTime(2025, 1, 31, 0, 0, 0, DateTimeKind.Utc)), (states["orders"].Rows, states["orders"].LastLoad, states["orders"].Watermark));
        Assert.Equal(1, states["total"].Rows);
        var now = await scratch.Warehouse.StatesAsync(default);
        Assert.Equal(now, await scratch.Warehouse.KnownOn(Clock.GetUtcNow()).StatesAsync(default));
        Assert.Distinct([states["orders"].DataVersion, now["orders"].DataVersion, (await scratch.Warehouse.KnownOn(second).StatesAsync(default))["orders"].DataVersion]);
    }

    [Fact]
    public async Task A_query_that_names_a_schema_is_refused_as_known_and_others_are_not()
    {
        await using var scratch = await OpenAsync(Orders);
        var schema = (await scratch.RowsAsync("SELECT current_schema() AS s", "s"))[0];
        var total = Dataset("total", Money("total")) with { Source = new DatasetSource.Query($"select sum(amount) as total from {schema}.orders") };
        Assert.Empty(await scratch.PrepareAsync(Orders, total));
        var before = Clock.GetUtcNow();
        Clock.Advance(TimeSpan.FromHours(1));
        await scratch.LoadAsync(Orders, Two);
        Assert.Empty(await KnownAsync(scratch, before));
        var failure = await Assert.ThrowsAsync<WarehouseException>(() => RowsAsync(scratch.Warehouse.KnownOn(before), "SELECT total FROM total", "total"));
        Assert.Equal("engine.known-on-names-schemas", failure.Issue!.Code);
    }

    [Fact]
    public async Task Undoing_a_load_takes_its_rows_away_and_gives_back_those_it_took()
    {
        await using var scratch = await OpenAsync(Orders);
        await scratch.LoadAsync(Orders, Two);
        Clock.Advance(TimeSpan.FromHours(1));
        var wrong = await scratch.LoadAsync(Orders, Header + "a,100,2025-01-01\nx,7,2025-06-01\n", LoadMode.Upsert);
        var between = Clock.GetUtcNow();
        Clock.Advance(TimeSpan.FromHours(1));
        var undone = await scratch.Warehouse.UndoAsync(wrong.Load!.Id, "Eva", "wrong file", default);
        Assert.Equal(["a|1.0000", "b|2.0000"], await KnownAsync(scratch, Clock.GetUtcNow()));
        Assert.Equal(["a|100.0000", "b|2.0000", "x|7.0000"], await KnownAsync(scratch, between));
        Assert.Equal(("Eva", "wrong file", wrong.Load.Id, 1, 2), (undone.Value!.Person, undone.Value.Reason, undone.Value.Undoes, undone.Value.Added, undone.Value.Removed));
        Assert.Equal(new DateTime(2025, 1, 31, 0, 0, 0, DateTimeKind.Utc), (await scratch.Warehouse.StatesAsync(default))["orders"].Watermark);
        Assert.Equal("load.already-undone", Assert.Single((await scratch.Warehouse.UndoAsync(wrong.Load.Id, null, null, default)).Issues).Code);
        Clock.Advance(TimeSpan.FromHours(1));
        await scratch.Warehouse.UndoAsync(undone.Value.Id, null, null, default);
        Assert.Equal(["a|100.0000", "b|2.0000", "x|7.0000"], await KnownAsync(scratch, Clock.GetUtcNow()));
        var loads = await scratch.Warehouse.LoadsAsync("orders", 10, default);
        Assert.Equal([true, false, true, true], loads.Select(load => load.Stands));
        Assert.Equal([LoadKind.Undo, LoadKind.Undo, LoadKind.File, LoadKind.File], loads.Select(load => load.Kind));
    }

    [Fact]
    public async Task Undoing_leaves_keys_as_later_loads_left_them()
    {
        await using var scratch = await OpenAsync(Orders);
        await scratch.LoadAsync(Orders, Two);
        var wrong = await scratch.LoadAsync(Orders, Header + "a,100,2025-01-01\nb,200,2025-01-01\n", LoadMode.Upsert);
        await scratch.LoadAsync(Orders, Header + "a,5,2025-01-01\n", LoadMode.Upsert);
        await scratch.Warehouse.WriteAsync([new RowBatch(Orders, Keys("b")) { Mode = LoadMode.Remove }], default);
        Assert.True((await scratch.Warehouse.UndoAsync(wrong.Load!.Id, null, null, default)).IsSound);
        Assert.Equal(["a|5.0000"], await scratch.RowsAsync("SELECT id, amount FROM orders ORDER BY id", "id", "amount"));
    }

    [Fact]
    public async Task A_load_before_one_that_said_all_anew_is_not_undone_by_itself()
    {
        await using var scratch = await OpenAsync(Orders);
        var first = await scratch.LoadAsync(Orders, Two);
        await scratch.LoadAsync(Orders, Header + "a,1,2025-01-01\n");
        Assert.Equal("load.replaced-since", Assert.Single((await scratch.Warehouse.UndoAsync(first.Load!.Id, null, null, default)).Issues).Code);
        Assert.Equal("load.unknown", Assert.Single((await scratch.Warehouse.UndoAsync(12345, null, null, default)).Issues).Code);
    }

    [Fact]
    public async Task A_file_whose_load_was_undone_can_be_added_again()
    {
        await using var scratch = await OpenAsync(Keyless);
        var first = await scratch.LoadAsync(Keyless, Two, LoadMode.Append);
        await scratch.Warehouse.UndoAsync(first.Load!.Id, null, null, default);
        Assert.Equal(2, (await scratch.LoadAsync(Keyless, Two, LoadMode.Append)).Load!.Added);
    }

    [Fact]
    public async Task Compacting_gives_up_what_was_before_and_says_from_when_the_history_is_kept()
    {
        await using var scratch = await OpenAsync(Orders);
        await scratch.LoadAsync(Orders, Two);
        Clock.Advance(TimeSpan.FromHours(1));
        var second = await scratch.LoadAsync(Orders, Header + "a,5,2025-01-01\nb,2,2025-01-31\n");
        var kept = Clock.GetUtcNow();
        Clock.Advance(TimeSpan.FromHours(1));
        await scratch.LoadAsync(Orders, Header + "a,6,2025-01-01\nb,2,2025-01-31\n");
        Assert.Equal(1, await scratch.Warehouse.CompactAsync(kept, default));
        Assert.Equal(0, await scratch.Warehouse.CompactAsync(kept, default));
        Assert.Equal(kept, (await scratch.Warehouse.StatesAsync(default))["orders"].KeptFrom);
        Assert.Equal(["a|5.0000", "b|2.0000"], await KnownAsync(scratch, kept));
        Assert.Equal("load.compacted", Assert.Single((await scratch.Warehouse.UndoAsync(second.Load!.Id, null, null, default)).Issues).Code);
    }

    [Fact]
    public async Task History_goes_aside_with_the_rows_and_cannot_be_asked_afterwards()
    {
        await using var scratch = await OpenAsync(Orders);
        await scratch.LoadAsync(Orders, Two);
        await scratch.LoadAsync(Orders, Header + "a,5,2025-01-01\nb,2,2025-01-31\n");
        var issue = Assert.Single(await scratch.PrepareAsync(Orders with { Columns = [Text("id"), Money("amount", decimals: 9), Date("day")] }));
        Assert.Equal(["1"], await scratch.RowsAsync($"SELECT count(*) AS n FROM {issue.Arguments["table"]}_history", "n"));
        Assert.Equal(Clock.GetUtcNow(), (await scratch.Warehouse.StatesAsync(default))["orders"].KeptFrom);
        Assert.Empty(await scratch.Warehouse.LoadsAsync("orders", 10, default));
    }

    [Fact]
    public async Task When_the_clock_goes_back_loads_still_follow_one_another()
    {
        await using var scratch = await OpenAsync(Orders);
        Clock.Advance(TimeSpan.FromHours(1));
        await scratch.LoadAsync(Orders, Two);
        Clock.AdjustTime(Clock.GetUtcNow().AddHours(-1));
        var second = await scratch.LoadAsync(Orders, Header + "a,5,2025-01-01\n", LoadMode.Upsert);
        Assert.Equal(Clock.GetUtcNow().AddHours(1), second.Load!.Moment);
    }

    private FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2025, 6, 1, 12, 0, 0, TimeSpan.Zero));

    private Task<Scratch> OpenAsync(params Dataset[] datasets) => Scratch.OpenAsync(engine with { Clock = Clock }, datasets);

    private static (long, long, long, long) Counts(LoadRecord load) => (load.Added, load.Replaced, load.Removed, load.Unchanged);

    private Task<string[]> LoadsOfRowsAsync(Scratch scratch) =>
        engine.Name == TestEngine.DuckDb.Name
            ? scratch.RowsAsync("SELECT id, \" load\" AS l FROM rows.orders ORDER BY id", "id", "l")
            : LoadsOfRowsOnPostgresAsync(scratch);

    private static async Task<string[]> LoadsOfRowsOnPostgresAsync(Scratch scratch)
    {
        var schema = (await scratch.RowsAsync("SELECT current_schema() AS s", "s"))[0];
        return await scratch.RowsAsync($"SELECT id, \" load\" AS l FROM {schema}_rows.orders ORDER BY id", "id", "l");
    }

    private static Task<string[]> KnownAsync(Scratch scratch, DateTimeOffset moment) =>
        RowsAsync(scratch.Warehouse.KnownOn(moment), "SELECT id, amount FROM orders ORDER BY id", "id", "amount");

    internal static async Task<string[]> RowsAsync(IRowSource source, string sql, params string[] columns)
    {
        var frame = await source.QueryAsync(new Kelvin.Sql.SqlText(sql, []), [.. columns.Select(column => new ResultColumn(column, ResultKind.Text))], default);
        return [.. Enumerable.Range(0, frame.Count).Select(row => string.Join('|', frame.Columns.Select(column => column[row] ?? "∅")))];
    }

    private static Frame Frame(string id, decimal amount) =>
        new([new FrameColumn<string>("id", [id]), new FrameColumn<decimal>("amount", [amount]), new FrameColumn<DateOnly>("day", [new(2025, 1, 1)])]);

    private static Frame Keys(params string[] ids) => new([new FrameColumn<string>("id", ids)]);
}

public sealed class VersionTestsOnDuckDb() : VersionTests(TestEngine.DuckDb);

public sealed class VersionTestsOnPostgres() : VersionTests(TestEngine.Postgres);
