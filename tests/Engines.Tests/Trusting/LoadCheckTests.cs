using Kelvin.Catalog;
using Kelvin.Compiler;
using Kelvin.Compiler.Frames;
using Kelvin.Language;
using Kelvin.Queries.Answers;
using Kelvin.Queries.Asking;
using Kelvin.Queries.Trusting;
using Kelvin.Queries.Warehouse;
using Microsoft.Extensions.Time.Testing;

namespace Engines.Tests.Trusting;

/// <summary>Checks that run with every load: what they find, whom they refuse, and what answers say of it.</summary>
public abstract class LoadCheckTests(TestEngine engine)
{
    private const string Definitions = """
        workspace: Test
        zone: Europe/Stockholm
        currency: SEK
        ---
        dataset: customers
        key: id
        columns: { id: text }
        ---
        dataset: orders
        label: Orders
        key: id
        time: day
        columns: { id: text, customer: text? -> customers, sent: date?, amount: money SEK, day: date }
        expects:
          fresh: daily by 07:00
          checks:
            - { name: positive, holds: amount >= 0, otherwise: block }
            - { name: sent later, holds: sent >= day, allow: 25 % }
            - { missing: sent, allow: 1 row }
            - { linked: customer, otherwise: note }
            - { name: enough, check: count(orders) >= 2 }
        ---
        dataset: large
        query: select * from orders where amount > 100
        time: day
        columns: { id: text, amount: money SEK, day: date }
        ---
        metric: revenue
        formula: sum(orders.amount)
        ---
        metric: large_sales
        formula: count(large)
        """;

    private const string Good = "id,customer,sent,amount,day\na,x,2025-06-01,10,2025-06-01\nb,x,2025-06-02,20,2025-06-01\n";
    private const string Odd = "id,customer,sent,amount,day\na,y,2025-05-01,10,2025-06-01\nb,x,,20,2025-06-01\nc,x,,20,2025-06-01\n";
    private const string Bad = "id,customer,sent,amount,day\na,x,2025-06-01,-1,2025-06-01\nb,x,2025-06-02,-2,2025-06-01\nc,x,2025-06-02,3,2025-06-01\n";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2025, 6, 2, 4, 0, 0, TimeSpan.Zero));
    private readonly MetricCatalog _catalog = CatalogLoader.Load([new DefinitionFile("kelvin.yaml", Definitions, null)]);

    private Dataset Orders => _catalog.Datasets["orders"];

    [Fact]
    public async Task What_checks_find_stands_beside_the_rows()
    {
        await using var scratch = await OpenAsync();
        await LoadAsync(scratch, Good);
        Assert.Equal(["positive Passed", "sent later Passed", "missing sent Passed", "linked customer Passed", "enough Passed"], await OutcomesAsync(scratch));
        await LoadAsync(scratch, Odd);
        var found = (await StateAsync(scratch)).Inspection!;
        Assert.Equal(["positive Passed", "sent later Failed", "missing sent Failed", "linked customer Failed", "enough Passed"], await OutcomesAsync(scratch));
        Assert.Equal((1, 3, "a"), (found.Results[1].Failing, found.Results[1].Looked, Assert.Single(found.Results[1].Examples)));
        Assert.Equal(["b", "c"], found.Results[2].Examples);
        Assert.Equal((3.0, 2.0), (found.Results[4].Measured, found.Results[4].Bound));
    }

    [Fact]
    public async Task A_check_that_blocks_refuses_a_file_and_leaves_everything_as_it_was()
    {
        await using var scratch = await OpenAsync();
        await LoadAsync(scratch, Good);
        var before = await StateAsync(scratch);
        var loads = await scratch.Warehouse.LoadsAsync("orders", 10, default);
        _clock.Advance(TimeSpan.FromMinutes(1));
        var refused = await scratch.TryLoadAsync(Orders, scratch.Write("bad.csv", Bad));
        var issue = Assert.Single(refused.Issues);
        Assert.Equal("trust.load-refused-examples", issue.Code);
        Assert.Equal("Nothing was loaded into orders: ‘positive’ does not hold for 2 rows of 3, such as a; b.", issue.Message(Tongue.English));
        var after = await StateAsync(scratch);
        Assert.Equal(before, after with { Refused = null });
        Assert.Equal(("bad.csv", 2), (after.Refused!.Source, after.Refused.Results[0].Failing));
        Assert.Equal(loads, await scratch.Warehouse.LoadsAsync("orders", 10, default));
        Assert.Equal(30m, (await AskAsync(scratch, "revenue")).Frame["revenue"][0]);
        await LoadAsync(scratch, Good.Replace("a,x", "d,x", StringComparison.Ordinal));
        Assert.Null((await StateAsync(scratch)).Refused);
    }

    [Fact]
    public async Task Of_batches_that_come_together_only_the_guilty_one_is_refused()
    {
        await using var scratch = await OpenAsync();
        var outcomes = await scratch.Warehouse.WriteAsync([Batch("a", 1), Batch("b", -1), Batch("c", 2), Batch("a", 1)], default);
        Assert.Equal([true, false, true, true], outcomes.Select(outcome => outcome.IsSound));
        Assert.Equal("trust.load-refused-examples", Assert.Single(outcomes[1].Issues).Code);
        Assert.True(outcomes[3].Value!.IsRepeated);
        Assert.Equal(3m, (await AskAsync(scratch, "revenue")).Frame["revenue"][0]);
        // It can be sent again under its key, mended.
        Assert.Equal(1, (await scratch.Warehouse.WriteAsync([Batch("b", 5)], default))[0].Value!.Added);
    }

    [Fact]
    public async Task An_undoing_is_marked_and_never_refused()
    {
        await using var scratch = await OpenAsync();
        await scratch.Warehouse.PrepareAsync(_catalog with { Datasets = _catalog.Datasets.SetItem("orders", Orders with { Expects = new() }) }, default);
        await LoadAsync(scratch, Bad);
        await scratch.Warehouse.PrepareAsync(_catalog, default);
        var good = await LoadAsync(scratch, Good);
        Assert.True((await scratch.Warehouse.UndoAsync(good.Load!.Id, null, null, default)).IsSound);
        var trust = Assert.Single((await AskAsync(scratch, "revenue")).Trust);
        Assert.Equal((TrustLevel.Failing, "positive"), (trust.Level, trust.Reasons[0].Check!.Name));
    }

    [Fact]
    public async Task An_answer_carries_what_is_known_of_the_datasets_that_it_was_read_from()
    {
        await using var scratch = await OpenAsync();
        Assert.Equal(TrustLevel.Empty, Assert.Single((await AskAsync(scratch, "revenue")).Trust).Level);
        await LoadAsync(scratch, Good);
        Assert.Equal(TrustLevel.Sound, Assert.Single((await AskAsync(scratch, "revenue")).Trust).Level);
        await LoadAsync(scratch, Odd);
        var trust = Assert.Single((await AskAsync(scratch, "large_sales")).Trust);
        Assert.Equal(("large", TrustLevel.Failing), (trust.Dataset, trust.Level));
        var words = new TrustWords(_catalog, Tongue.English);
        Assert.Equal(
            ["Orders: ‘sent >= day’ does not hold for 1 row of 3, such as a.", "Orders: ‘sent is given’ does not hold for 2 rows of 3, such as b; c."],
            trust.Reasons.Select(words.Reason));
        // The next morning.
        _clock.Advance(TimeSpan.FromDays(1).Add(TimeSpan.FromHours(2)));
        var late = Assert.Single((await AskAsync(scratch, "revenue")).Trust);
        Assert.Equal("Orders should have come by 3 June 2025 07:00; it last came 2 June 2025 06:00.", words.Reason(late.Reasons[^1]));
    }

    [Fact]
    public async Task The_same_rows_again_are_fresh()
    {
        await using var scratch = await OpenAsync();
        await LoadAsync(scratch, Good);
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Null((await LoadAsync(scratch, Good)).Load);
        _clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(TrustLevel.Sound, Assert.Single((await AskAsync(scratch, "revenue")).Trust).Level);
    }

    [Fact]
    public async Task As_known_on_a_moment_what_was_found_then_is_told()
    {
        await using var scratch = await OpenAsync();
        await LoadAsync(scratch, Odd);
        _clock.Advance(TimeSpan.FromHours(1));
        await LoadAsync(scratch, Good);
        Assert.Equal(TrustLevel.Sound, Assert.Single((await AskAsync(scratch, "revenue")).Trust).Level);
        Assert.Equal(TrustLevel.Failing, Assert.Single((await AskAsync(scratch, "revenue", "2025-06-02 06:30")).Trust).Level);
    }

    [Fact]
    public async Task A_batch_of_which_every_row_is_refused_says_nothing_of_the_dataset()
    {
        await using var scratch = await OpenAsync();
        await LoadAsync(scratch, Good);
        Assert.False((await scratch.TryLoadAsync(Orders, scratch.Write("bad.csv", Bad))).IsSound);
        var before = await StateAsync(scratch);
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Single((await scratch.Warehouse.WriteAsync([Batch("a", 1)], default))[0].Value!.Refused);
        Assert.Equal(before, await StateAsync(scratch));
        Assert.NotNull(before.Refused);
    }

    [Fact]
    public async Task An_undoing_lets_no_refused_load_in()
    {
        await using var scratch = await OpenAsync();
        await LoadAsync(scratch, Good);
        var second = await LoadAsync(scratch, Odd);
        Assert.False((await scratch.TryLoadAsync(Orders, scratch.Write("bad.csv", Bad))).IsSound);
        Assert.True((await scratch.Warehouse.UndoAsync(second.Load!.Id, null, null, default)).IsSound);
        Assert.Equal("bad.csv", (await StateAsync(scratch)).Refused?.Source);
    }

    [Fact]
    public async Task What_was_found_before_a_batch_that_changed_nothing_stays_when_the_history_is_given_up()
    {
        await using var scratch = await OpenAsync();
        await LoadAsync(scratch, Odd);
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, (await scratch.Warehouse.WriteAsync([Batch("gone", 1) with { Mode = LoadMode.Remove }], default))[0].Value!.Removed);
        _clock.Advance(TimeSpan.FromHours(1));
        await scratch.Warehouse.CompactAsync(_clock.GetUtcNow(), default);
        _clock.Advance(TimeSpan.FromHours(2));
        await LoadAsync(scratch, Good);
        Assert.Equal(TrustLevel.Failing, Assert.Single((await AskAsync(scratch, "revenue", "2025-06-02 09:00")).Trust).Level);
    }

    private async Task<Scratch> OpenAsync()
    {
        var scratch = await Scratch.OpenAsync(engine with { Clock = _clock });
        Assert.Empty(_catalog.Issues);
        Assert.Empty(await scratch.Warehouse.PrepareAsync(_catalog, default));
        Assert.True((await scratch.Warehouse.AddAsync(_catalog.Datasets["customers"], new Frame([new FrameColumn<string>("id", ["x"])], 1), default)).IsSound);
        return scratch;
    }

    private async Task<LoadReport> LoadAsync(Scratch scratch, string content)
    {
        var report = await scratch.TryLoadAsync(Orders, scratch.Write("orders.csv", content));
        Assert.True(report.IsSound, string.Join('\n', report.Issues));
        return report.Value;
    }

    private RowBatch Batch(string id, decimal amount) => new(Orders, new Frame(
        [
            new FrameColumn<string>("id", [id]), new FrameColumn<decimal>("amount", [amount]),
            new FrameColumn<DateOnly>("day", [new DateOnly(2025, 6, 1)]),
        ], 1))
    {
        Key = id,
    };

    private async Task<DatasetState> StateAsync(Scratch scratch) => (await scratch.Warehouse.StatesAsync(default))["orders"];

    private async Task<IEnumerable<string>> OutcomesAsync(Scratch scratch) =>
        (await StateAsync(scratch)).Inspection!.Results.Select(result => $"{result.Check} {result.Outcome}");

    private async Task<MetricAnswer> AskAsync(Scratch scratch, string metric, string? knownOn = null)
    {
        using var cache = new AnswerCache();
        var answer = await new AskMetric(new FixedCatalog(_catalog), scratch.Warehouse, cache, _clock)
            .AskAsync(new MetricQuery { Metrics = [metric], KnownOn = knownOn }, Viewer.Everything, default);
        Assert.True(answer.IsSound, string.Join('\n', answer.Issues));
        return answer.Value;
    }
}

public sealed class LoadCheckTestsOnDuckDb() : LoadCheckTests(TestEngine.DuckDb);

public sealed class LoadCheckTestsOnPostgres() : LoadCheckTests(TestEngine.Postgres);
