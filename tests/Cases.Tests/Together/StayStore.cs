using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Compiler;
using Kelvin.Language;
using Kelvin.Queries.Answers;
using Kelvin.Queries.Asking;
using Kelvin.Queries.Drilling;
using Kelvin.Queries.Warehouse;
using Microsoft.Extensions.Time.Testing;

namespace Cases.Tests.Together;

/// <summary>A warehouse with a random table of each kind: events, snapshots of every form, rows with a start and an end.</summary>
internal sealed class StayStore : IAsyncDisposable
{
    private static readonly DateTimeOffset Now = new(2025, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly IWarehouse _warehouse;

    private StayStore(IWarehouse warehouse, ImmutableSortedDictionary<string, ImmutableArray<Stay>> rows) => (_warehouse, Rows) = (warehouse, rows);

    /// <summary>The definitions.</summary>
    public static MetricCatalog Catalog { get; } = Load();

    /// <summary>The rows of each dataset.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<Stay>> Rows { get; }

    /// <summary>Opens a warehouse with the tables of a number, or some of their rows.</summary>
    public static async Task<StayStore> OpenAsync(Engine engine, int number, int most = 40, Func<Stay, bool>? keep = null)
    {
        var token = TestContext.Current.CancellationToken;
        var warehouse = await engine.OpenAsync(token);
        Assert.Empty(await warehouse.PrepareAsync(Catalog, token));
        await AddAsync(warehouse, "users", ["user", "name"], ["u1", "one"], ["u2", "two"], ["u3", null]);
        await AddAsync(warehouse, "places", ["place", "region"], ["p1", "north"], ["p2", "south"]);
        var rows = StayDefinitions.Tables.Select((table, at) => (table, Stays: Stay.Draw(number, at, most).Where(stay => keep?.Invoke(stay) != false).ToImmutableArray())).ToImmutableSortedDictionary(one => one.table, one => one.Stays);
        foreach (var (table, stays) in rows)
            await AddAsync(warehouse, table, ["id", "at", "until", "user", "kind", "place", "amount", "flag"], [.. stays.Select(stay => RowOf(stay, Catalog.Datasets[table]))]);
        return new StayStore(warehouse, rows);
    }

    /// <summary>The questions asked together.</summary>
    public async Task<ImmutableArray<Checked<MetricAnswer>>> AskAsync(ImmutableArray<MetricQuery> queries, Viewer? viewer = null)
    {
        using var cache = new AnswerCache();
        return await new AskMetric(new FixedCatalog(Catalog), _warehouse, cache, new FakeTimeProvider(Now))
            .AskAllAsync(queries, viewer ?? Viewer.Everything, TestContext.Current.CancellationToken);
    }

    /// <summary>The rows behind a cell, by the names in their column <c>id</c>, as often as they count.</summary>
    public async Task<ImmutableArray<string>> BehindAsync(DrillQuery query, Viewer? viewer = null)
    {
        var rows = await new DrillThrough(new FixedCatalog(Catalog), _warehouse, new FakeTimeProvider(Now))
            .RowsAsync(query, viewer ?? Viewer.Everything, TestContext.Current.CancellationToken);
        Assert.True(rows.IsSound, string.Join('\n', rows.Issues));
        Assert.Equal(rows.Value.Rows.Count, rows.Value.Total);
        return [.. Enumerable.Range(0, rows.Value.Rows.Count).Select(row => (string)rows.Value.Rows["id"][row]!)];
    }

    public ValueTask DisposeAsync() => _warehouse.DisposeAsync();

    private static object?[] RowOf(Stay stay, Dataset dataset)
    {
        object? Moment(string column, DateTime? at) =>
            at is { } moment && dataset.Find(column)!.Type.Kind == Kelvin.Formulas.ValueKind.Date ? DateOnly.FromDateTime(moment) : at;
        return [stay.Id, Moment("at", stay.At), Moment("until", stay.Until), stay.User, stay.Kind, stay.Place, stay.Amount, stay.Flag];
    }

    private static async Task AddAsync(IWarehouse warehouse, string dataset, ImmutableArray<string> columns, params object?[][] rows)
    {
        var frame = TableRows.ToFrame(Catalog.Datasets[dataset], columns, [.. rows.Select(row => row.ToImmutableArray())]);
        Assert.True((await warehouse.AddAsync(Catalog.Datasets[dataset], frame, TestContext.Current.CancellationToken)).IsSound);
    }

    private static MetricCatalog Load()
    {
        var catalog = CatalogLoader.Load([new DefinitionFile("together.yaml", StayDefinitions.Yaml, null)]);
        Assert.Empty(catalog.Issues.Select(issue => issue.Message(Tongue.English)));
        return catalog;
    }
}
