using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Compiler.Frames;
using Kelvin.Engines.Book;
using Kelvin.Engines.Inspecting;
using Kelvin.Engines.Knowing;
using Kelvin.Engines.Postgres.Connections;
using Kelvin.Engines.Postgres.Loading;
using Kelvin.Engines.Postgres.Preparing;
using Kelvin.Engines.Postgres.Reading;
using Kelvin.Engines.Preparing;
using Kelvin.Engines.Undoing;
using Kelvin.Engines.Writing;
using Kelvin.Language;
using Kelvin.Queries.Trusting;
using Kelvin.Queries.Warehouse;
using Kelvin.Sql;
using Kelvin.Sql.Dialects;

namespace Kelvin.Engines.Postgres;

/// <summary>A warehouse in PostgreSQL, in schemas of its own that several programs may share. Safe for use by many threads.</summary>
public sealed class PostgresWarehouse : IWarehouse
{
    private readonly PostgresServer _server;
    private readonly PostgresEngine _engine;
    private readonly PostgresSettings _settings;
    private readonly bool _isTemporary;
    private volatile ViewStates _prepared;

    private PostgresWarehouse(PostgresServer server, PostgresEngine engine, PostgresSettings settings, bool isTemporary)
    {
        _server = server;
        _engine = engine;
        _settings = settings;
        _isTemporary = isTemporary;
        _prepared = ViewStates.Empty(engine);
    }

    /// <inheritdoc />
    public SqlDialect Dialect => PostgresDialect.Instance;

    /// <summary>Opens the warehouse of a server; its schemas are made when they are not there.</summary>
    /// <exception cref="WarehouseException">The server cannot be reached, or refuses.</exception>
    public static Task<PostgresWarehouse> OpenAsync(PostgresSettings settings, CancellationToken cancellationToken) =>
        OpenAsync(settings, isTemporary: false, cancellationToken);

    /// <summary>Opens a warehouse in schemas that begin with the settings' and that are gone when it is disposed.</summary>
    /// <exception cref="WarehouseException">The server cannot be reached, or refuses.</exception>
    public static Task<PostgresWarehouse> OpenTemporaryAsync(PostgresSettings settings, CancellationToken cancellationToken) =>
        OpenAsync(settings with { Schema = $"{settings.Schema ?? "kelvin"}_{Guid.CreateVersion7():N}" }, isTemporary: true, cancellationToken);

    /// <inheritdoc />
    public async Task<ImmutableArray<Issue>> PrepareAsync(MetricCatalog catalog, CancellationToken cancellationToken)
    {
        await using var session = await _server.WriteAsync(cancellationToken);
        var tables = new TablePreparation(_engine, session, _settings.Clock, catalog.Settings.Zone, cancellationToken);
        var views = new ViewPreparation(session, _engine.Names, catalog, cancellationToken);
        var issues = ImmutableArray.CreateBuilder<Issue>();
        // One transaction, so that a question never finds a view gone.
        await session.TransactionAsync(async () =>
        {
            await _engine.LockAsync(session, "", cancellationToken);
            await views.DropAllAsync();
            foreach (var dataset in catalog.Datasets.Values.Where(dataset => dataset.Source is DatasetSource.Query))
                await tables.PutAsideAsync(dataset.Name);
            foreach (var dataset in catalog.Datasets.Values.Where(dataset => dataset.Source is DatasetSource.Files))
                if (await tables.PrepareAsync(dataset) is { } issue)
                    issues.Add(issue);
            issues.AddRange(await views.PrepareAsync());
            return true;
        }, cancellationToken);
        _prepared = new ViewStates(_engine, catalog, views.Views.ToImmutableSortedDictionary(StringComparer.Ordinal));
        return issues.ToImmutable();
    }

    /// <inheritdoc />
    public async Task<Frame> QueryAsync(SqlText statement, ImmutableArray<ResultColumn> shape, CancellationToken cancellationToken)
    {
        await using var session = await _server.ReadAsync(cancellationToken);
        return await FrameReader.ReadAsync(session, statement, shape, cancellationToken);
    }

    /// <inheritdoc />
    public async Task<ImmutableSortedDictionary<string, DatasetState>> StatesAsync(CancellationToken cancellationToken)
    {
        await using var session = await _server.ReadAsync(cancellationToken);
        var tables = (await new StateBook(_engine, session, cancellationToken).ReadAsync())
            .ToImmutableSortedDictionary(state => state.Dataset, state => state, StringComparer.Ordinal);
        return await _prepared.AddToAsync(tables, session, cancellationToken);
    }

    /// <inheritdoc />
    public IRowSource KnownOn(DateTimeOffset moment) => new KnownSource(_engine, moment, _prepared, this);

    /// <inheritdoc />
    public Task<Checked<LoadReport>> LoadAsync(LoadRequest request, IProgress<LoadProgress>? progress, CancellationToken cancellationToken) =>
        Task.Run(() => new FileLoad(_engine, _prepared, _settings, request, progress).RunAsync(cancellationToken), cancellationToken);

    /// <inheritdoc />
    public Task<ImmutableArray<Checked<WriteReceipt>>> WriteAsync(ImmutableArray<RowBatch> batches, CancellationToken cancellationToken) =>
        new BatchWriting(_engine, null, _prepared, _settings.Clock, batches, cancellationToken).RunAsync();

    /// <inheritdoc />
    public async Task<ImmutableArray<LoadRecord>> LoadsAsync(string? dataset, int most, CancellationToken cancellationToken)
    {
        await using var session = await _server.ReadAsync(cancellationToken);
        return [.. (await new LoadBook(_engine, session, cancellationToken).NewestAsync(dataset, most)).Select(line => line.Record)];
    }

    /// <inheritdoc />
    public async Task<LoadRecord?> FindLoadAsync(long load, CancellationToken cancellationToken)
    {
        await using var session = await _server.ReadAsync(cancellationToken);
        return (await new LoadBook(_engine, session, cancellationToken).FindAsync(load))?.Record;
    }

    /// <inheritdoc />
    public Task<Checked<LoadRecord>> UndoAsync(long load, string? person, string? reason, CancellationToken cancellationToken) =>
        new LoadUndo(_engine, _settings.Clock, _prepared, cancellationToken).RunAsync(load, person, reason);

    /// <inheritdoc />
    public Task<DatasetInspection?> InspectAsync(string dataset, CancellationToken cancellationToken) =>
        LoadInspection.OfWhatIsThereAsync(_engine, _prepared, _settings.Clock, dataset, cancellationToken);

    /// <inheritdoc />
    public Task<long> CompactAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        new Compaction(_engine, cancellationToken).RunAsync(before);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_isTemporary)
            await using (var session = await _server.WriteAsync(CancellationToken.None))
                await session.ExecuteAsync($"DROP SCHEMA IF EXISTS {string.Join(", ", _engine.Names.Schemas)} CASCADE", CancellationToken.None);
        await _server.DisposeAsync();
    }

    private static async Task<PostgresWarehouse> OpenAsync(PostgresSettings settings, bool isTemporary, CancellationToken cancellationToken)
    {
        var server = new PostgresServer(settings);
        try
        {
            var engine = new PostgresEngine(server);
            await using var session = await server.WriteAsync(cancellationToken);
            await session.TransactionAsync(async () =>
            {
                await new BookTables(engine, session, cancellationToken).OpenAsync();
                return true;
            }, cancellationToken);
            return new PostgresWarehouse(server, engine, settings, isTemporary);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }
}
