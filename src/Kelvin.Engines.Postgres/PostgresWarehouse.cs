using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Compiler.Frames;
using Kelvin.Engines.Postgres.Connections;
using Kelvin.Engines.Postgres.Loading;
using Kelvin.Engines.Postgres.Preparing;
using Kelvin.Engines.Postgres.Reading;
using Kelvin.Engines.Postgres.States;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;
using Kelvin.Sql;
using Kelvin.Sql.Dialects;

namespace Kelvin.Engines.Postgres;

/// <summary>A warehouse in PostgreSQL, in schemas of its own that several programs may share. Safe for use by many threads.</summary>
public sealed class PostgresWarehouse : IWarehouse
{
    private readonly PostgresServer _server;
    private readonly PostgresSettings _settings;
    private readonly bool _isTemporary;
    private volatile ViewStates _views;

    private PostgresWarehouse(PostgresServer server, PostgresSettings settings, bool isTemporary)
    {
        _server = server;
        _settings = settings;
        _isTemporary = isTemporary;
        _views = new(server.Schemas, ImmutableSortedDictionary<string, Dataset>.Empty, ImmutableDictionary<string, ImmutableArray<string>>.Empty);
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
        var book = new StateBook(session, _server.Schemas, cancellationToken);
        var tables = new TablePreparation(session, _server.Schemas, book, cancellationToken);
        var views = new ViewPreparation(session, _server.Schemas, catalog, cancellationToken);
        var issues = ImmutableArray.CreateBuilder<Issue>();
        // One transaction, so that a question never finds a view gone.
        await session.TransactionAsync(async () =>
        {
            await book.LockAsync("");
            await tables.DropViewsAsync();
            foreach (var dataset in catalog.Datasets.Values.Where(dataset => dataset.Source is DatasetSource.Query))
                await tables.PutAsideAsync(dataset.Name);
            foreach (var dataset in catalog.Datasets.Values.Where(dataset => dataset.Source is DatasetSource.Files))
            {
                if (await tables.PrepareAsync(dataset) is { } issue)
                    issues.Add(issue);
                await book.EnterAsync(dataset);
            }
            issues.AddRange(await views.PrepareAsync());
            return true;
        }, cancellationToken);
        _views = new ViewStates(_server.Schemas, catalog.Datasets, views.Reads);
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
        var tables = (await new StateBook(session, _server.Schemas, cancellationToken).ReadAsync())
            .ToImmutableSortedDictionary(state => state.Dataset, state => state, StringComparer.Ordinal);
        return await _views.AddToAsync(tables, session, cancellationToken);
    }

    /// <inheritdoc />
    public Task<Checked<LoadReport>> LoadAsync(LoadRequest request, IProgress<LoadProgress>? progress, CancellationToken cancellationToken) =>
        Task.Run(() => new FileLoad(_server, _settings, request, progress).RunAsync(cancellationToken), cancellationToken);

    /// <inheritdoc />
    public Task<Checked<AppendReceipt>> AppendAsync(Dataset dataset, Frame rows, CancellationToken cancellationToken) =>
        new RowAppend(_server, _settings.Clock, dataset, rows, cancellationToken).RunAsync();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_isTemporary)
            await using (var session = await _server.WriteAsync(CancellationToken.None))
                await session.ExecuteAsync($"DROP SCHEMA IF EXISTS {string.Join(", ", _server.Schemas.All)} CASCADE", CancellationToken.None);
        await _server.DisposeAsync();
    }

    private static async Task<PostgresWarehouse> OpenAsync(PostgresSettings settings, bool isTemporary, CancellationToken cancellationToken)
    {
        var server = new PostgresServer(settings);
        try
        {
            await using var session = await server.WriteAsync(cancellationToken);
            await session.TransactionAsync(async () =>
            {
                await new StateBook(session, server.Schemas, cancellationToken).OpenAsync();
                return true;
            }, cancellationToken);
            return new PostgresWarehouse(server, settings, isTemporary);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }
}
