using System.Collections.Immutable;
using System.Globalization;
using DuckDB.NET.Data;
using Engines.Tests.Versions;
using Kelvin.Catalog;
using Kelvin.Compiler.Frames;
using Kelvin.Compiler.Pinning;
using Kelvin.Engines.DuckDb;
using Kelvin.Queries.Warehouse;
using static Engines.Tests.Scratch;

namespace Engines.Tests;

/// <summary>The local days that DuckDB keeps beside the instants of a dataset's time axis.</summary>
public sealed class LocalDayTests
{
    private const string InStockholm = "\" day of at in Europe/Stockholm\"";
    private static readonly Dataset Visits = Dataset("visits", Text("id"), Instant("at", optional: true), Instant("left", optional: true)) with { Key = ["id"], Time = "at" };
    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    private const string Rows = """
        id,at,left
        winter,2024-12-31T22:59:59Z,2025-06-01T22:30:00Z
        new year,2024-12-31T23:00:00Z,
        before spring,2025-03-30T00:59:59Z,
        short day,2025-03-30T21:59:59Z,
        after it,2025-03-30T22:00:00Z,
        long day,2025-10-26T22:59:59Z,
        after that,2025-10-26T23:00:00Z,
        never,,
        always,1000-01-01T00:30:00Z,
        at last,9999-12-30T23:30:00Z,
        """;

    private static readonly string[] Days =
    [
        "after it|2025-03-31", "after that|2025-10-27", "always|1000-01-01", "at last|9999-12-31", "before spring|2025-03-30",
        "long day|2025-10-26", "never|∅", "new year|2025-01-01", "short day|2025-03-30", "winter|2024-12-31",
    ];

    [Fact]
    public async Task Days_of_a_loaded_file_are_those_of_the_workspace()
    {
        await using var scratch = await OpenAsync(Visits);
        await scratch.LoadAsync(Visits, Rows);
        Assert.Equal(Days, await DaysAsync(scratch, InStockholm));
        Assert.Equal(new StoredDays("rows", " day of at in Europe/Stockholm", "at", "Europe/Stockholm"), (await scratch.Warehouse.StatesAsync(default))["visits"].Days);
    }

    [Fact]
    public async Task Rows_that_are_added_get_their_days()
    {
        await using var scratch = await OpenAsync(Visits);
        await scratch.LoadAsync(Visits, Rows);
        await scratch.LoadAsync(Visits, "id,at,left\nsummer,2025-07-01T22:00:00Z,\n", LoadMode.Append);
        var days = await DaysAsync(scratch, InStockholm);
        Assert.Equal(Days.Append("summer|2025-07-02").Order(StringComparer.Ordinal), days);
    }

    [Fact]
    public async Task Another_zone_rewrites_the_days()
    {
        await using var scratch = await OpenAsync(Visits);
        await scratch.LoadAsync(Visits, "id,at,left\na,2025-07-01T22:00:00Z,\n");
        Assert.Empty(await PrepareInAsync(scratch, "Asia/Kathmandu", Visits));
        Assert.Equal(["a|2025-07-02"], await DaysAsync(scratch, "\" day of at in Asia/Kathmandu\""));
        Assert.Empty(await PrepareInAsync(scratch, "America/New_York", Visits));
        Assert.Equal(["a|2025-07-01"], await DaysAsync(scratch, "\" day of at in America/New_York\""));
        Assert.Equal("America/New_York", (await scratch.Warehouse.StatesAsync(default))["visits"].Days!.Zone);
        await scratch.LoadAsync(Visits, "id,at,left\nb,2025-07-02T03:59:59Z,\n");
        Assert.Equal(["b|2025-07-01"], await DaysAsync(scratch, "\" day of at in America/New_York\""));
    }

    [Fact]
    public async Task Another_time_axis_rewrites_the_days()
    {
        await using var scratch = await OpenAsync(Visits);
        await scratch.LoadAsync(Visits, Rows);
        Assert.Empty(await scratch.PrepareAsync(Visits with { Time = "left" }));
        Assert.Contains("winter|2025-06-02", await DaysAsync(scratch, "\" day of left in Europe/Stockholm\""));
        Assert.Empty(await scratch.PrepareAsync(Visits with { Time = null }));
        Assert.Null((await scratch.Warehouse.StatesAsync(default))["visits"].Days);
    }

    [Fact]
    public async Task However_rows_come_and_go_each_has_its_day()
    {
        await using var scratch = await OpenAsync(Visits);
        await scratch.LoadAsync(Visits, "id,at,left\na,2025-03-30T22:30:00Z,\nb,2025-07-01T22:00:00Z,\nc,,\n");
        var upsert = await scratch.LoadAsync(Visits, "id,at,left\nb,2024-12-31T23:00:00Z,\nd,2031-01-01T23:30:00Z,\n", LoadMode.Upsert);
        await CheckAsync(4);
        await scratch.LoadAsync(Visits, "id\na\n", LoadMode.Remove);
        await CheckAsync(3);
        var removal = (await scratch.Warehouse.LoadsAsync("visits", 1, default))[0];
        await UndoAsync(removal.Id);
        await CheckAsync(4);
        await UndoAsync(upsert.Load!.Id);
        await CheckAsync(3);
        var batch = Batch(("e", At(2025, 10, 25, 22, 30)), ("f", At(1905, 6, 1, 23, 30)), ("g", null));
        Assert.Equal(3, (await scratch.Warehouse.WriteAsync([batch], default))[0].Value!.Added);
        await CheckAsync(6);
        await scratch.LoadAsync(Visits, "id,at,left\na,2025-03-30T22:30:00Z,\nh,2025-10-26T23:30:00Z,\n");
        await CheckAsync(2);

        async Task CheckAsync(int count)
        {
            var rows = await scratch.RowsAsync(
                $"SELECT id, CAST(\"at\" AS VARCHAR) AS moment, CAST({InStockholm} AS VARCHAR) AS day FROM rows.visits ORDER BY id", "id", "moment", "day");
            Assert.Equal(count, rows.Length);
            Assert.All(rows.Select(row => row.Split('|')), row => Assert.Equal(row[1] == "∅" ? "∅" : DayOf(row[1]), row[2]));
            Assert.NotNull((await scratch.Warehouse.StatesAsync(default))["visits"].Days);
        }

        async Task UndoAsync(long load) => Assert.True((await scratch.Warehouse.UndoAsync(load, null, null, default)).IsSound);
    }

    [Fact]
    public async Task Batches_fill_a_dataset_that_was_empty_with_their_days()
    {
        await using var scratch = await OpenAsync(Visits);
        await scratch.Warehouse.WriteAsync([Batch(("a", At(2025, 7, 1, 22, 0))), Batch(("b", At(2025, 1, 1, 22, 0)))], default);
        Assert.Equal(["a|2025-07-02", "b|2025-01-01"], await DaysAsync(scratch, InStockholm));
    }

    [Fact]
    public async Task Rows_for_another_definition_than_was_prepared_end_the_days_until_it_is()
    {
        await using var scratch = await OpenAsync(Visits);
        await scratch.LoadAsync(Visits, "id,at,left\na,2025-07-01T22:00:00Z,\n");
        await scratch.LoadAsync(Visits with { Time = "left" }, "id,at,left\nb,2025-07-02T22:00:00Z,\n", LoadMode.Append);
        Assert.Null((await scratch.Warehouse.StatesAsync(default))["visits"].Days);
        Assert.Empty(await scratch.PrepareAsync(Visits));
        Assert.Equal(["a|2025-07-02", "b|2025-07-03"], await DaysAsync(scratch, InStockholm));
    }

    [Fact]
    public async Task Datasets_show_only_their_columns()
    {
        var all = Dataset("all_visits", Text("id")) with { Source = new DatasetSource.Query("SELECT * FROM Visits UNION ALL SELECT 'x', NULL, NULL") };
        await using var scratch = await OpenAsync(Visits, all);
        await scratch.LoadAsync(Visits, "id,at,left\na,2025-07-01T22:00:00Z,\n");
        Assert.Empty(await scratch.PrepareAsync(Visits, all));
        Assert.Equal(["a", "x"], await scratch.RowsAsync("SELECT id FROM all_visits ORDER BY id", "id"));
        Assert.Null((await scratch.Warehouse.StatesAsync(default))["all_visits"].Days);
    }

    [Fact]
    public async Task What_was_known_once_has_no_days_beside_it()
    {
        await using var scratch = await OpenAsync(Visits);
        await scratch.LoadAsync(Visits, "id,at,left\na,2025-07-01T22:00:00Z,\n");
        Assert.Null((await scratch.Warehouse.KnownOn(Clock.GetUtcNow()).StatesAsync(default))["visits"].Days);
    }

    [Fact]
    public async Task A_warehouse_from_before_gets_its_days_when_it_is_prepared()
    {
        var folder = Directory.CreateTempSubdirectory("kelvin-test-").FullName;
        try
        {
            await using (var warehouse = await OpenFolderAsync(folder))
            {
                var file = Path.Combine(folder, "file.csv");
                await File.WriteAllTextAsync(file, "id,at,left\na,2025-07-01T22:00:00Z,\n", TestContext.Current.CancellationToken);
                Assert.True((await warehouse.LoadAsync(new LoadRequest(Visits, file, LoadMode.Replace, TimeZoneInfo.Utc), null, default)).IsSound);
            }
            await using (var connection = new DuckDBConnection($"DataSource={Path.Combine(folder, "warehouse.duckdb")}"))
            {
                connection.Open();
                foreach (var statement in new[] { $"ALTER TABLE rows.visits DROP COLUMN {InStockholm}", "ALTER TABLE kelvin.states DROP COLUMN days_in", "ALTER TABLE kelvin.loads DROP COLUMN content" })
                {
                    using var command = connection.CreateCommand();
                    command.CommandText = statement;
                    command.ExecuteNonQuery();
                }
            }
            await using (var warehouse = await OpenFolderAsync(folder))
                Assert.Equal(["2025-07-02"], await VersionTests.RowsAsync(warehouse, $"SELECT CAST({InStockholm} AS VARCHAR) AS day FROM rows.visits", "day"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<DuckDbWarehouse> OpenFolderAsync(string folder)
    {
        var warehouse = await DuckDbWarehouse.OpenAsync(folder, Settings, default);
        Assert.Empty(await warehouse.PrepareAsync(
            MetricCatalog.Empty with { Datasets = ImmutableSortedDictionary<string, Dataset>.Empty.Add("visits", Visits) }, default));
        return warehouse;
    }

    private static RowBatch Batch(params (string Id, DateTime? At)[] rows) => new(Visits, new Frame(
        [new FrameColumn<string>("id", [.. rows.Select(row => row.Id)]), new FrameColumn<DateTime>("at", [.. rows.Select(row => row.At ?? default)], [.. rows.Select(row => row.At is null)])]));

    private static DateTime At(int year, int month, int day, int hour, int minute) => new(year, month, day, hour, minute, 0, DateTimeKind.Utc);

    private static string DayOf(string instant) => TimeZoneInfo.ConvertTimeFromUtc(
        DateTime.Parse(instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal), Stockholm)
        .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Task<string[]> DaysAsync(Scratch scratch, string column) =>
        scratch.RowsAsync($"SELECT id, CAST({column} AS VARCHAR) AS day FROM rows.visits ORDER BY id", "id", "day");

    private static Task<ImmutableArray<Kelvin.Language.Issue>> PrepareInAsync(Scratch scratch, string zone, Dataset dataset) => scratch.Warehouse.PrepareAsync(
        MetricCatalog.Empty with
        {
            Datasets = ImmutableSortedDictionary<string, Dataset>.Empty.Add(dataset.Name, dataset),
            Settings = MetricCatalog.Empty.Settings with { Zone = TimeZoneInfo.FindSystemTimeZoneById(zone) },
        },
        default);
}
