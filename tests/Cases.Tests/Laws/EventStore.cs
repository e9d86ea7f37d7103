using System.Collections.Immutable;
using System.Globalization;
using Kelvin.Calendars;
using Kelvin.Catalog;
using Kelvin.Compiler;
using Kelvin.Compiler.Binding;
using Kelvin.Compiler.Evaluating;
using Kelvin.Compiler.Frames;
using Kelvin.Compiler.Lowering;
using Kelvin.Compiler.Pinning;
using Kelvin.Compiler.Planning;
using Kelvin.Queries.Asking;
using Kelvin.Queries.Warehouse;
using Microsoft.Extensions.Time.Testing;

namespace Cases.Tests.Laws;

/// <summary>A warehouse that holds random events, and the ways of asking it.</summary>
internal sealed class EventStore : IAsyncDisposable
{
    private static readonly DateTimeOffset Now = new(2025, 6, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The day on which everything is asked.</summary>
    public static DateOnly Today { get; } = DateOnly.FromDateTime(Now.Date);

    private static readonly MetricCatalog Catalog = Load();
    private readonly IWarehouse _warehouse;

    private EventStore(IWarehouse warehouse) => _warehouse = warehouse;

    /// <summary>Opens a warehouse with these events.</summary>
    public static async Task<EventStore> OpenAsync(Engine engine, IReadOnlyList<Event> events)
    {
        var token = TestContext.Current.CancellationToken;
        var warehouse = await engine.OpenAsync(token);
        Assert.Empty(await warehouse.PrepareAsync(Catalog, token));
        await AddAsync(warehouse, "places", ["place", "region"], Event.Regions.Select(place => (ImmutableArray<object?>)[place.Key, place.Value]));
        await AddAsync(warehouse, "labels", ["kind", "size", "label"], Event.Labels.Select(label => (ImmutableArray<object?>)[label.Key.Kind, label.Key.Size, label.Value]));
        await AddAsync(warehouse, "stages", ["place", "since", "until", "stage"], Event.Stages.Select(stage => (ImmutableArray<object?>)[stage.Place, stage.From, stage.To, stage.Name]));
        await AddAsync(warehouse, "events", ["id", "at", "kind", "size", "place", "amount", "weight", "flag", "day"], events.Select((row, at) =>
            (ImmutableArray<object?>)[at.ToString(CultureInfo.InvariantCulture), row.At, row.Kind, row.Size, row.Place, row.Amount, (decimal?)row.Weight, row.Flag, row.At is { } moment ? DateOnly.FromDateTime(moment) : null]));
        return new EventStore(warehouse);
    }

    /// <summary>The questions asked together.</summary>
    public async Task<ImmutableArray<SortedDictionary<string, object?[]>>> TogetherAsync(IEnumerable<PlainQuestion> questions)
    {
        using var cache = new AnswerCache();
        var asking = new AskMetric(new FixedCatalog(Catalog), _warehouse, cache, new FakeTimeProvider(Now));
        ImmutableArray<PlainQuestion> asked = [.. questions];
        ImmutableArray<MetricQuery> queries = [.. asked.Select(question => question.Query)];
        var outcomes = await asking.AskAllAsync(queries, Viewer.Everything, TestContext.Current.CancellationToken);
        Assert.All(outcomes, outcome => Assert.True(outcome.IsSound, string.Join('\n', outcome.Issues)));
        return [.. outcomes.Select((outcome, at) => Keyed(outcome.Value!.Frame, asked[at], period => (period as Period)?.Start))];
    }

    /// <summary>A question asked by itself, with a plan that no rewrite has touched.</summary>
    public async Task<SortedDictionary<string, object?[]>> UnrewrittenAsync(PlainQuestion question)
    {
        var token = TestContext.Current.CancellationToken;
        var bound = Binder.Bind(question.Query, Catalog, ImmutableSortedDictionary<string, string>.Empty).Value!;
        var extents = await new ExtentReader().ReadAsync(_warehouse, bound, await _warehouse.StatesAsync(token), token);
        var pinned = Pinner.Pin(bound, Now, extents).Value!;
        var plan = Planner.Plan(pinned);
        var runner = new ScanRunner(_warehouse);
        var frames = ImmutableArray.CreateBuilder<Frame>();
        foreach (var scan in plan.Scans.Select(scan => ScanLowering.Lower(scan, pinned)))
            frames.Add(await runner.RunAsync(runner.Render(scan), scan, token));
        return Keyed(PlanEvaluator.Evaluate(plan, frames.ToImmutable()), question, period => period is int index ? pinned.Periods[index].Start : null);
    }

    public ValueTask DisposeAsync() => _warehouse.DisposeAsync();

    private static SortedDictionary<string, object?[]> Keyed(Frame frame, PlainQuestion question, Func<object?, DateTimeOffset?> startOf)
    {
        var values = new SortedDictionary<string, object?[]>(StringComparer.Ordinal);
        for (var row = 0; row < frame.Count; row++)
        {
            var period = question.Grain is null ? ""
                : startOf(frame[PlanNode.PeriodColumn][row]) is { } start ? start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "missing";
            var dimensions = question.By.Select(PlainQuestion.Written).Select(name => frame.Find(name + ".others")?[row] is true ? "others"
                : frame[name][row] switch { null => "missing", bool flag => flag ? "true" : "false", var text => (string)text });
            var key = string.Join("|", new[] { period }.Concat(dimensions).Where(part => part.Length > 0));
            values.Add(key, [.. question.Columns.Select(column => frame[column][row] is bool flag ? flag ? 1m : 0m : frame[column][row])]);
        }
        return values;
    }

    private static async Task AddAsync(IWarehouse warehouse, string dataset, ImmutableArray<string> columns, IEnumerable<ImmutableArray<object?>> rows)
    {
        var frame = TableRows.ToFrame(Catalog.Datasets[dataset], columns, [.. rows]);
        Assert.True((await warehouse.AddAsync(Catalog.Datasets[dataset], frame, TestContext.Current.CancellationToken)).IsSound);
    }

    private static MetricCatalog Load()
    {
        var own = PlainMeasure.All.Select(measure => $"metric: {measure.Name}\nformula: {measure.Formula}\n{(measure.Name == "n0" ? "empty: zero\n" : "")}");
        var windowed =
            from measure in PlainMeasure.All
            from window in PlainWindow.Moving
            select $"metric: {measure.Name}{window.Suffix}\nformula: {window.Around(measure.Name)}\n";
        var catalog = CatalogLoader.Load([new DefinitionFile("laws.yaml", string.Join("---\n", [Datasets, .. own, .. windowed]), null)]);
        Assert.Empty(catalog.Issues);
        return catalog;
    }

    private const string Datasets =
        """
        workspace: Laws
        zone: Europe/Stockholm
        currency: SEK
        ---
        dataset: events
        key: id
        time: at
        columns:
          id: text
          at: timestamp?
          kind: text?
          size: text?
          place: text? -> places
          amount: money?
          weight: number?
          flag: boolean?
          day: date?
        links:
          label: { to: labels, on: { kind: kind, size: size } }
          stage: { to: stages, on: { place: place } }
          day_stage: { to: stages, on: { place: place }, at: day }
        ---
        dataset: labels
        key: [kind, size]
        columns:
          kind: text
          size: text
          label: text?
        ---
        dataset: stages
        key: place
        valid: { from: since, to: until }
        columns:
          place: text
          since: timestamp
          until: timestamp?
          stage: text?
        ---
        dataset: places
        key: place
        columns:
          place: text
          region: text?

        """;
}
