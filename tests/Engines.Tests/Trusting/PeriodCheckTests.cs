using Kelvin.Catalog;
using Kelvin.Language;

namespace Engines.Tests.Trusting;

/// <summary>Checks that are looked at period by period, and refuse a load.</summary>
public abstract class PeriodCheckTests(TestEngine engine)
{
    [Fact]
    public async Task One_that_cannot_be_asked_lets_nothing_through()
    {
        await using var scratch = await Scratch.OpenAsync(engine);
        var orders = await PrepareAsync(scratch, "count(orders) >= 0, per: minute, over: 2015-01-01..2025-06-01");
        var refused = await scratch.TryLoadAsync(orders, scratch.Write("orders.csv", "id,day\na,2025-06-01\n"));
        Assert.Equal(["trust.load-refused-unasked", "query.grain-finer-than-axis"], refused.Issues.Select(issue => issue.Code));
    }

    [Fact]
    public async Task A_period_without_rows_meets_no_condition_that_asks_for_some()
    {
        await using var scratch = await Scratch.OpenAsync(engine);
        var orders = await PrepareAsync(scratch, "count(orders) between 1 and 50, per: day");
        Assert.True((await scratch.TryLoadAsync(orders, scratch.Write("orders.csv", "id,day\na,2025-05-31\nb,2025-06-01\n"))).IsSound);
        var refused = await scratch.TryLoadAsync(orders, scratch.Write("gap.csv", "id,day\na,2025-05-30\nb,2025-06-01\n"));
        Assert.Equal("Nothing was loaded into orders: ‘enough’ does not hold for 2025-05-31. It would be 0.", Assert.Single(refused.Issues).Message(Tongue.English));
    }

    private static async Task<Dataset> PrepareAsync(Scratch scratch, string check)
    {
        var catalog = CatalogLoader.Load([new DefinitionFile("kelvin.yaml", $$"""
            workspace: Test
            zone: Europe/Stockholm
            ---
            dataset: orders
            key: id
            time: day
            columns: { id: text, day: date }
            expects: { checks: [{ name: enough, check: {{check}}, otherwise: block }] }
            """, null)]);
        Assert.Empty(catalog.Issues);
        Assert.Empty(await scratch.Warehouse.PrepareAsync(catalog, default));
        return catalog.Datasets["orders"];
    }
}

public sealed class PeriodCheckTestsOnDuckDb() : PeriodCheckTests(TestEngine.DuckDb);

public sealed class PeriodCheckTestsOnPostgres() : PeriodCheckTests(TestEngine.Postgres);
