using Kelvin.Catalog;
using Kelvin.Compiler;
using Kelvin.Language;
using Kelvin.Queries.Answers;
using Kelvin.Queries.Asking;
using Kelvin.Queries.Warehouse;
using Microsoft.Extensions.Time.Testing;

namespace Cases.Tests;

/// <summary>Asks the question of a case in an engine that holds its rows and nothing else.</summary>
internal static class Asked
{
    /// <summary>When cases that name no moment are asked: after all their rows.</summary>
    private static readonly DateTimeOffset Later = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public static async Task<Checked<MetricAnswer>> Of(MetricTest test, MetricCatalog catalog, Engine engine)
    {
        var token = TestContext.Current.CancellationToken;
        await using var warehouse = await engine.OpenAsync(token);
        Assert.Empty(await warehouse.PrepareAsync(catalog, token));
        foreach (var table in test.Tables)
        {
            var dataset = catalog.Datasets[table.Dataset];
            var added = await warehouse.AddAsync(dataset, TableRows.ToFrame(dataset, table.Columns, table.Rows), token);
            Assert.True(added.IsSound, string.Join('\n', added.Issues));
        }
        using var cache = new AnswerCache();
        var asking = new AskMetric(new FixedCatalog(catalog), warehouse, cache, new FakeTimeProvider(test.Now ?? Later));
        return await asking.AskAsync(QueryOf(test.Query), new Viewer(test.Rights), token);
    }

    private static MetricQuery QueryOf(MetricTestQuery query) => new()
    {
        Metrics = query.Metrics,
        Grain = query.Grain,
        FurtherGrains = query.FurtherGrains,
        Time = query.Time,
        Range = query.Range,
        By = query.By,
        Where = query.Where,
        Compare = query.Compare,
        Zone = query.Zone,
        Fill = query.Fill,
        Top = query.Top,
        Shares = query.Shares,
        Ranks = query.Ranks,
        Unlinked = query.Unlinked,
        Order = [.. query.Order.Select(SortKeyOf)],
        Limit = query.Limit,
    };

    private static SortKey SortKeyOf(string written) =>
        written.Split(' ') is [var column, "descending"] ? new(column, true) : new(written, false);
}
