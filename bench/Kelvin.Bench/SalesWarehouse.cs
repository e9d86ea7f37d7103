using Kelvin.Catalog;
using Kelvin.Compiler;
using Kelvin.Engines.DuckDb;
using Kelvin.Language;
using Kelvin.Queries.Asking;
using Kelvin.Queries.Warehouse;
using Kelvin.Sql;
using DuckDB.NET.Data;

namespace Kelvin.Bench;

/// <summary>A made table of sales over two years in a warehouse, asked through the product or in hand-written SQL.</summary>
internal sealed class SalesWarehouse : IAsyncDisposable
{
    private const string Definitions = """
        workspace: Bench
        zone: ZONE
        currency: SEK
        ---
        dataset: sales
        label: Sales
        key: [customer, sold_at]
        time: sold_at
        columns:
          sold_at: timestamp
          country: text
          channel: text
          category: text
          customer: integer
          amount: money
          cost: money
        ---
        metric: revenue
        label: Revenue
        formula: sum(sales.amount)
        ---
        metric: cost
        label: Cost
        formula: sum(sales.cost)
        ---
        metric: margin
        label: Margin
        formula: (revenue - cost) / revenue
        ---
        metric: orders
        label: Orders
        formula: count(sales)
        ---
        metric: basket
        label: Basket
        formula: revenue / orders
        ---
        metric: web_orders
        label: Web orders
        formula: count(sales where channel = 'channel 1')
        ---
        metric: median_amount
        label: Median amount
        formula: median(sales.amount)
        ---
        metric: customers
        label: Customers
        formula: distinct(sales.customer)
        ---
        metric: customers_28_days
        label: Customers of 28 days
        formula: trailing(customers, 28 days)
        ---
        metric: customers_so_far
        label: Customers so far
        formula: cumulative(customers)
        ---
        metric: last_amounts
        label: Last amount of each customer
        formula: closing(sum(sales.amount) per customer)
        ---
        metric: mean_amounts
        label: Mean amount of each customer
        formula: average_balance(sum(sales.amount) per customer)
        ---
        metric: conversion
        label: From the web to a shop
        formula: "conversion(sales where channel = 'channel 1' -> sales where channel = 'channel 2' by customer within 30 days)"
        """;

    private readonly DuckDbWarehouse _warehouse;

    private SalesWarehouse(DuckDbWarehouse warehouse, MetricCatalog catalog) => (_warehouse, Catalog) = (warehouse, catalog);

    public MetricCatalog Catalog { get; }

    public SqlDialect Dialect => _warehouse.Dialect;

    public static MetricCatalog CatalogIn(string zone) =>
        CatalogLoader.Load([new DefinitionFile("bench.yaml", Definitions.Replace("ZONE", zone, StringComparison.Ordinal), null)]);

    public static async Task<SalesWarehouse> MakeAsync(BenchFolder folder, long rows)
    {
        var catalog = CatalogIn("UTC");
        if (!catalog.Issues.IsEmpty)
            throw new InvalidOperationException(string.Join('\n', catalog.Issues));
        var file = folder.File("sales.parquet");
        Make(file, rows);
        var warehouse = await DuckDbWarehouse.OpenAsync(folder.File("warehouse"), DuckDbSettings.Default, CancellationToken.None);
        await warehouse.PrepareAsync(catalog, CancellationToken.None);
        var load = await warehouse.LoadAsync(
            new LoadRequest(catalog.Datasets["sales"], file, LoadMode.Replace, TimeZoneInfo.Utc), null, CancellationToken.None);
        if (load.Value?.Accepted != rows)
            throw new InvalidOperationException(string.Join('\n', load.Issues));
        return new SalesWarehouse(warehouse, catalog);
    }

    /// <summary>Answers through the product, without a cache to help.</summary>
    public Task AskAsync(params MetricQuery[] queries) => AskAsync(Catalog, queries);

    /// <summary>Answers through the product under these definitions, without a cache to help.</summary>
    public async Task AskAsync(MetricCatalog catalog, params MetricQuery[] queries)
    {
        using var cache = new AnswerCache();
        var answers = await new AskMetric(new FixedCatalog(catalog), _warehouse, cache, TimeProvider.System)
            .AskAllAsync([.. queries], Viewer.Everything, CancellationToken.None);
        if (answers.FirstOrDefault(answer => !answer.IsSound) is { } faulty)
            throw new InvalidOperationException(string.Join('\n', faulty.Issues.Select(issue => issue.Message(Tongue.English))));
    }

    /// <summary>Makes the warehouse that of these definitions: of their zone too.</summary>
    public Task PrepareAsync(MetricCatalog catalog) => _warehouse.PrepareAsync(catalog, CancellationToken.None);

    /// <summary>Runs hand-written SQL.</summary>
    public Task RunAsync(string sql, params ResultColumn[] shape) =>
        _warehouse.QueryAsync(new SqlText(sql, []), [.. shape], CancellationToken.None);

    public ValueTask DisposeAsync() => _warehouse.DisposeAsync();

    private static void Make(string file, long rows)
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = FormattableString.Invariant($"""
            COPY (
              SELECT TIMESTAMP '2024-01-01' + to_microseconds(CAST(i * {730.0 * 86_400_000_000 / rows} AS BIGINT)) AS sold_at,
                'country ' || (hash(i) % 10) AS country, 'channel ' || (hash(i + 1) % 5) AS channel, 'category ' || (hash(i + 2) % 20) AS category,
                CAST(hash(i + 3) % 500000 AS BIGINT) AS customer,
                CAST((hash(i + 4) % 100000) / 100.0 AS DECIMAL(18,4)) AS amount, CAST((hash(i + 5) % 60000) / 100.0 AS DECIMAL(18,4)) AS cost
              FROM range({rows}) AS t(i)
            ) TO '{file}' (FORMAT parquet)
            """);
        command.ExecuteNonQuery();
    }
}
