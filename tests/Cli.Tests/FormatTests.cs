using System.Text.Json;
using Apache.Arrow;
using Apache.Arrow.Ipc;
using Parquet;

namespace Cli.Tests;

public sealed class FormatTests
{
    private static readonly string[] Question = ["query", "revenue", "late_share", "--grain", "month", "--range", "2026-02..2026-03"];

    [Fact]
    public async Task Json_names_each_column_and_its_unit()
    {
        using var shop = await ShopFolder.ImportedAsync();
        var answer = await shop.RunAsync([.. Question, "--format", "json"]);
        using var document = JsonDocument.Parse(answer.Data);
        var column = document.RootElement.GetProperty("columns")[1];
        Assert.Equal(("revenue", "value", "Revenue", "SEK"), (Text(column, "name"), Text(column, "role"), Text(column, "label"), Text(column, "unit")));
        var row = document.RootElement.GetProperty("rows")[1];
        Assert.Equal(1200.005m, row.GetProperty("revenue").GetDecimal());
        Assert.False(row.GetProperty("finished").GetBoolean());
    }

    [Fact]
    public async Task Arrow_keeps_decimals_exact()
    {
        using var shop = await ShopFolder.ImportedAsync();
        var answer = await shop.RunAsync([.. Question, "--format", "arrow"]);
        using var reader = new ArrowFileReader(new MemoryStream(answer.Data));
        using var batch = await reader.ReadNextRecordBatchAsync(TestContext.Current.CancellationToken);
        var revenue = (Decimal128Array)batch.Column("revenue");
        Assert.Equal((1334.75m, 1200.005m), (revenue.GetValue(0), revenue.GetValue(1)));
        Assert.Equal(new DateOnly(2026, 2, 1), ((Date32Array)batch.Column("period")).GetDateOnly(0));
        Assert.Equal(0.5, ((DoubleArray)batch.Column("late_share")).GetValue(0));
    }

    [Fact]
    public async Task Parquet_can_be_imported_again()
    {
        using var shop = await ShopFolder.ImportedAsync();
        Assert.Equal(0, (await shop.RunAsync([.. Question, "--output", "months.parquet"])).Code);
        shop.Write("months.yaml", """
            dataset: months
            label: Months
            columns: { period: date, period_end: date, finished: boolean, revenue: money SEK, late_share: number }
            ---
            metric: monthly_sum
            label: Sum of months
            formula: sum(months.revenue)
            """);
        Assert.Equal(0, (await shop.RunAsync("import", "months", "months.parquet")).Code);
        Assert.Equal("monthly_sum\n2534.755", (await shop.RunAsync("query", "monthly_sum", "--format", "csv")).Output);
        await using var parquet = await ParquetReader.CreateAsync(shop.PathOf("months.parquet"), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(typeof(decimal), parquet.Schema.FindDataField("revenue").ClrType);
    }

    [Fact]
    public async Task Hours_are_instants_in_utc()
    {
        using var shop = await ShopFolder.ImportedAsync();
        shop.Write("visits.yaml", """
            dataset: visits
            label: Visits
            time: at
            columns: { at: timestamp }
            ---
            metric: visit_count
            label: Visits
            formula: count(visits)
            """);
        shop.Write("visits.csv", "at\n2026-03-17 09:30:00\n");
        await shop.RunAsync("import", "visits", shop.PathOf("visits.csv"));
        var answer = await shop.RunAsync("query", "visit_count", "--grain", "hour", "--range", "2026-03-17", "--format", "csv");
        Assert.Equal("period,period_end,finished,visit_count\n2026-03-17T08:00:00Z,2026-03-17T09:00:00Z,true,1", answer.Output);
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
