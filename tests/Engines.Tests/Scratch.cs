using System.Collections.Immutable;
using System.Text;
using Kelvin.Catalog;
using Kelvin.Compiler.Frames;
using Kelvin.Engines.DuckDb;
using Kelvin.Formulas;
using Kelvin.Language;
using Kelvin.Quantities;
using Kelvin.Queries.Warehouse;
using Kelvin.Sql;
using Microsoft.Extensions.Time.Testing;

namespace Engines.Tests;

/// <summary>A warehouse on a real engine and a folder for files, both gone afterwards.</summary>
public sealed class Scratch : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kelvin-test-").FullName;

    private Scratch()
    {
    }

    public IWarehouse Warehouse { get; private set; } = null!;

    public static FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2025, 6, 1, 12, 0, 0, TimeSpan.Zero));

    public static DuckDbSettings Settings { get; } = new() { Clock = Clock, MemoryLimit = 1_073_741_824, Threads = 2, KeysRememberedFrom = 3 };

    public static Column Text(string name, bool optional = false) => new(name, DataType.Text, null, optional);

    public static Column Money(string name, int decimals = 4, bool optional = false, string currency = "SEK") =>
        new(name, DataType.Number(Unit.Currency(currency)), decimals, optional);

    public static Column Number(string name, int? decimals = null, bool optional = false) => new(name, DataType.Number(Unit.None), decimals, optional);

    public static Column Truth(string name) => new(name, DataType.Boolean, null, true);

    public static Column Date(string name, bool optional = false) => new(name, DataType.Date, null, optional);

    public static Column Instant(string name, bool optional = false) => new(name, DataType.Timestamp, null, optional);

    public static Dataset Dataset(string name, params ImmutableArray<Column> columns) => new(name, LocalText.Same(name), columns);

    /// <summary>A warehouse on DuckDB.</summary>
    public static Task<Scratch> OpenAsync(params Dataset[] datasets) => OpenAsync(TestEngine.DuckDb, datasets);

    public static async Task<Scratch> OpenAsync(TestEngine engine, params Dataset[] datasets)
    {
        var scratch = new Scratch();
        scratch.Warehouse = await engine.OpenAsync(scratch.Folder);
        Assert.Empty(await scratch.PrepareAsync(datasets));
        return scratch;
    }

    public string Folder => _folder;

    public Task<ImmutableArray<Issue>> PrepareAsync(params Dataset[] datasets) => Warehouse.PrepareAsync(
        MetricCatalog.Empty with { Datasets = datasets.ToImmutableSortedDictionary(dataset => dataset.Name, dataset => dataset) }, default);

    public string Write(string name, string content) => Write(name, Encoding.UTF8.GetBytes(content));

    public string Write(string name, byte[] content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    public Task<Checked<LoadReport>> TryLoadAsync(
        Dataset dataset, string path, LoadMode mode = LoadMode.Replace, FileFormat? format = null, string zone = "UTC", IProgress<LoadProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var request = new LoadRequest(dataset, path, mode, TimeZoneInfo.FindSystemTimeZoneById(zone));
        return Warehouse.LoadAsync(format is null ? request : request with { Format = format }, progress, cancellationToken);
    }

    public async Task<LoadReport> LoadAsync(Dataset dataset, string content, LoadMode mode = LoadMode.Replace, FileFormat? format = null, string zone = "UTC")
    {
        var report = await TryLoadAsync(dataset, Write("file.csv", content), mode, format, zone);
        Assert.True(report.IsSound, string.Join('\n', report.Issues));
        return report.Value;
    }

    /// <summary>Rows as text, in the order of the statement.</summary>
    public async Task<string[]> RowsAsync(string sql, params string[] columns)
    {
        var frame = await Warehouse.QueryAsync(
            new SqlText(sql, []), [.. columns.Select(column => new ResultColumn(column, ResultKind.Text))], default);
        return [.. Enumerable.Range(0, frame.Count).Select(row => string.Join('|', frame.Columns.Select(column => column[row] ?? "∅")))];
    }

    public async Task<Frame> QueryAsync(SqlText statement, params ResultColumn[] shape) =>
        await Warehouse.QueryAsync(statement, [.. shape], default);

    public async ValueTask DisposeAsync()
    {
        if (Warehouse is not null)
            await Warehouse.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
