using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Compiler;
using Kelvin.Engines.DuckDb;
using Kelvin.Engines.Postgres;
using Kelvin.Entries;
using Kelvin.Entries.Deciding;
using Kelvin.Entries.Grids;
using Kelvin.Entries.Keeping;
using Kelvin.Entries.Owing;
using Kelvin.Entries.Posting;
using Kelvin.Entries.Saving;
using Kelvin.Language;
using Kelvin.Queries.Asking;
using Kelvin.Queries.Tracing;
using Kelvin.Queries.Warehouse;
using Kelvin.State;
using Kelvin.State.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Entries.Tests;

/// <summary>A company whose people enter numbers, on a real engine and a real state.</summary>
public sealed class Company : IAsyncDisposable
{
    public const string Definitions = """
        workspace: Company
        ---
        form: satisfaction
        label: { sv: Kundnöjdhet, en: Customer satisfaction }
        grain: month
        since: 2025-10
        segments:
          channel: { label: { sv: Kanal, en: Channel }, values: { store: { sv: Butik, en: Store }, web: { sv: Webb, en: Web } } }
        columns:
          asked: { type: count customers, required: true, between: [0, 100000] }
          satisfied: { type: count customers, change: 20 % }
          rate: "= satisfied / asked"
        rules:
          - { holds: satisfied <= asked, message: { sv: Fler nöjda än tillfrågade., en: More satisfied than asked. } }
          - note_when: satisfied < 0.5 * asked
        due: 3 working days after
        owner: Karin Berg
        owners: { Olle Ek: { channel: web } }
        approvers: [Anna Lind]
        ---
        metric: satisfaction_rate
        formula: sum(satisfaction.satisfied) / sum(satisfaction.asked)
        ---
        form: plan
        label: Plan
        dataset: plans
        grain: quarter
        segments: { team: [north, south] }
        columns: { head_count: { at_least: 0 } }
        ---
        dataset: plans
        key: [quarter, team]
        time: quarter
        columns: { quarter: date, team: text, head_count: count people, note: text? }
        ---
        expectations: plans
        checks:
          - { name: few, holds: head_count <= 100, otherwise: block }
        ---
        dataset: costs
        key: cost_id
        time: booked_at
        columns: { cost_id: text, booked_at: timestamp, amount: money SEK, kind: text? }
        ---
        form: cost_corrections
        label: Corrected costs
        overrides: costs
        columns: [amount, kind]
        approvers: [Anna Lind]
        ---
        metric: cost
        formula: sum(costs.amount)
        ---
        dataset: shelves
        key: [day, item, place]
        time: day
        columns: { day: date, item: text, place: text, gain: money SEK, note: text? }
        ---
        form: shelves
        label: Shelves
        dataset: shelves
        grain: month
        segments: { place: [attic], item: [box] }
        columns: { gain: { change: 20 % } }
        rules:
          - { holds: item = 'box', message: Not a box. }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("kelvin-entries-").FullName;
    private readonly ServiceProvider _state;
    private readonly AnswerCache _cache = new();
    private readonly PostEntries _posting;

    private Company(IWarehouse warehouse, MetricCatalog catalog, FakeTimeProvider clock, IWarehouse? seen, string? stateFile)
    {
        (Warehouse, Catalog, Clock, StateFile) = (warehouse, catalog, clock, stateFile ?? Path.Combine(_folder, "state.db"));
        var services = new ServiceCollection().AddSqliteState(StateFile);
        foreach (var mapping in MigrationContext.Mappings)
            services.AddSingleton(mapping);
        _state = services.BuildServiceProvider();
        States = _state.GetRequiredService<IDbContextFactory<KelvinState>>();
        var (catalogs, through) = (new FixedCatalog(catalog), seen ?? warehouse);
        _posting = new PostEntries(catalogs, through, States, Clock);
        Reading = new ReadGrid(catalogs, through, States, Clock);
        Saving = new SaveCells(catalogs, through, States, Clock);
        Deciding = new DecideSheet(catalogs, through, States, _posting, Clock);
        Owing = new ListOwed(catalogs, through, States, Clock);
        Telling = new TellCell(catalogs, States);
        Asking = new AskMetric(catalogs, warehouse, _cache, Clock);
        Tracing = new TraceValue(catalogs, warehouse, Asking);
    }

    /// <summary>Wednesday the 5th of November 2025.</summary>
    public FakeTimeProvider Clock { get; }

    public IWarehouse Warehouse { get; }

    public MetricCatalog Catalog { get; }

    public string StateFile { get; }

    public IDbContextFactory<KelvinState> States { get; }

    public ReadGrid Reading { get; }

    public SaveCells Saving { get; }

    public DecideSheet Deciding { get; }

    public PostEntries Posting => _posting;

    public ListOwed Owing { get; }

    public TellCell Telling { get; }

    public AskMetric Asking { get; }

    public TraceValue Tracing { get; }

    public static async Task<Company> OpenAsync(string engine = "duckdb", Func<IWarehouse, IWarehouse>? seen = null)
    {
        var catalog = CatalogLoader.Load([new DefinitionFile("company.yaml", Definitions, null)]);
        Assert.Empty(catalog.Issues);
        var clock = new FakeTimeProvider(new DateTimeOffset(2025, 11, 5, 9, 0, 0, TimeSpan.Zero));
        var warehouse = await OpenAsync(engine, clock);
        Assert.Empty(await warehouse.PrepareAsync(catalog, default));
        var company = new Company(warehouse, catalog, clock, seen?.Invoke(warehouse), null);
        await SqliteState.PrepareAsync(company.States, default);
        return company;
    }

    /// <summary>The same company, as the next process finds it.</summary>
    public Company Again() => new(Warehouse, Catalog, Clock, null, StateFile);

    public static PersonName Person(string name) => PersonName.Of(name).Value!;

    public static DateOnly October { get; } = new(2025, 10, 1);

    public static CellEdit Edit(string channel, string column, string? text, int version = 0, DateOnly? period = null) =>
        new(period ?? October, ImmutableSortedDictionary<string, string>.Empty.Add("channel", channel), column, text, Tongue.English, version);

    public static CellEdit PlanOf(string team, string column, string? text, int version = 0) =>
        new(October, ImmutableSortedDictionary<string, string>.Empty.Add("team", team), column, text, Tongue.English, version);

    public async Task<SaveOutcome> SaveAsync(string person, params ImmutableArray<CellEdit> edits) => await SaveAsync("satisfaction", person, edits);

    public async Task<SaveOutcome> SaveAsync(string form, string person, params ImmutableArray<CellEdit> edits)
    {
        var outcome = await Saving.SaveAsync(form, Person(person), edits, isTrial: false, default);
        Assert.True(outcome.IsSound, string.Join('\n', outcome.Issues));
        return outcome.Value;
    }

    public SheetAction Action(string person, string? comment = null, string? owner = null) =>
        new("satisfaction", October, Person(person)) { Comment = comment, Owner = owner };

    /// <summary>Enters, submits and approves October of the shop's two channels.</summary>
    public async Task ApproveOctoberAsync()
    {
        await SaveAsync("Karin Berg", Edit("store", "asked", "200"), Edit("store", "satisfied", "150"), Edit("web", "asked", "100"), Edit("web", "satisfied", "60"));
        Sound(await Deciding.SubmitAsync(Action("Karin Berg"), default));
        Clock.Advance(TimeSpan.FromHours(1));
        Sound(await Deciding.ApproveAsync(Action("Anna Lind"), default));
    }

    public static T Sound<T>(Checked<T> outcome)
        where T : class
    {
        Assert.True(outcome.IsSound, string.Join('\n', outcome.Issues));
        return outcome.Value;
    }

    public static string Code<T>(Checked<T> outcome)
        where T : class
    {
        Assert.False(outcome.IsSound);
        return outcome.Issues[0].Code;
    }

    public async Task<object?> ValueAsync(string metric, string range = "all")
    {
        var answer = Sound(await Asking.AskAsync(new MetricQuery { Metrics = [metric], Range = range }, Viewer.Everything, default));
        return answer.Frame.Count == 0 ? null : answer.Frame[metric][0];
    }

    public async Task<GridCell> CellAsync(string form, string range, string row, string column)
    {
        var grid = Sound(await Reading.ReadAsync(form, range, isSubmission: false, default));
        return grid.Periods.SelectMany(period => period.Rows).Single(one => one.Row.Id == row).Cells.Single(cell => cell.Column.Column.Name == column);
    }

    public async Task<IReadOnlyList<EntryPosting>> PostingsAsync()
    {
        await using var state = await States.CreateDbContextAsync();
        return await state.Set<EntryPosting>().OrderBy(posting => posting.Id).ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _cache.Dispose();
        _posting.Dispose();
        await _state.DisposeAsync();
        using (var connection = new SqliteConnection($"Data Source={StateFile}"))
            SqliteConnection.ClearPool(connection);
        await Warehouse.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<IWarehouse> OpenAsync(string engine, TimeProvider clock)
    {
        if (engine == "duckdb")
            return await DuckDbWarehouse.OpenInMemoryAsync(DuckDbSettings.Default with { Clock = clock }, default);
        var server = Environment.GetEnvironmentVariable("KELVIN_TEST_POSTGRES");
        Assert.SkipWhen(string.IsNullOrEmpty(server), "KELVIN_TEST_POSTGRES does not name a server; ./test starts one.");
        return await PostgresWarehouse.OpenTemporaryAsync(new PostgresSettings(server!) { Clock = clock }, default);
    }
}
