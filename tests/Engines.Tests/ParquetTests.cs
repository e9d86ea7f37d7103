using DuckDB.NET.Data;
using Kelvin.Catalog;
using static Engines.Tests.Scratch;

namespace Engines.Tests;

public sealed class ParquetTests
{
    private static readonly Dataset Orders = Dataset("orders", Text("id"), Money("amount"), Number("boxes", 0, optional: true), Instant("at", optional: true))
        with { Key = ["id"], Time = "at" };

    [Fact]
    public async Task Values_that_fit_exactly_come_in_and_others_are_told()
    {
        await using var scratch = await OpenAsync(Orders);
        var path = Write(scratch, """
            SELECT * FROM (VALUES
              ('a', 1.25::DOUBLE, 3::INTEGER, TIMESTAMP '2025-07-01 12:00:00', 'x'),
              ('b', 1.234567::DOUBLE, NULL, NULL, 'x'),
              (NULL, 1, NULL, NULL, 'x'),
              ('a', 2, NULL, NULL, 'x')) AS t(id, Amount, boxes, "at", more)
            """);
        var report = (await scratch.TryLoadAsync(Orders, path, zone: "Europe/Stockholm")).Value!;
        Assert.Equal((1, 3), (report.Accepted, report.Rejected));
        Assert.Equal([(2L, "import.not-fitting"), (3L, "import.value-missing"), (4L, "import.key-repeated")],
            report.Rejections.Select(rejection => (rejection.Row, rejection.Reason.Code)));
        Assert.Equal(["a|1.2500|3|2025-07-01 10:00:00"], await scratch.RowsAsync("SELECT id, amount, boxes, \"at\" FROM orders", "id", "amount", "boxes", "at"));
    }

    [Fact]
    public async Task A_file_without_a_needed_column_is_an_issue()
    {
        await using var scratch = await OpenAsync(Orders);
        var report = await scratch.TryLoadAsync(Orders, Write(scratch, "SELECT 'a' AS id, 1 AS amuont"));
        Assert.Equal("amuont", report.Issues.Single(issue => issue.Code == "import.column-lacking").Arguments["nearest"]);
    }

    [Fact]
    public async Task What_only_begins_as_parquet_is_an_issue()
    {
        await using var scratch = await OpenAsync(Orders);
        var report = await scratch.TryLoadAsync(Orders, scratch.Write("broken.parquet", "PAR1 and then nothing"));
        Assert.Equal("import.unreadable-file", Assert.Single(report.Issues).Code);
    }

    private static string Write(Scratch scratch, string query)
    {
        var path = Path.Combine(scratch.Folder, "f.parquet");
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"COPY ({query}) TO '{path}' (FORMAT parquet)";
        command.ExecuteNonQuery();
        return path;
    }
}
