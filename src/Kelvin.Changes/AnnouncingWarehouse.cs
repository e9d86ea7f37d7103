using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Compiler.Frames;
using Kelvin.Language;
using Kelvin.Queries.Trusting;
using Kelvin.Queries.Warehouse;
using Kelvin.Sql;

namespace Kelvin.Changes;

/// <summary>
/// A warehouse whose every change of rows is told to a feed once it is durable. It stands before the real one, so that no way in,
/// import, push, entry or undo, can forget to tell.
/// </summary>
public sealed class AnnouncingWarehouse(IWarehouse warehouse, ChangeFeed feed) : IWarehouse
{
    /// <inheritdoc />
    public SqlDialect Dialect => warehouse.Dialect;

    /// <inheritdoc />
    public async Task<ImmutableArray<Issue>> PrepareAsync(MetricCatalog catalog, CancellationToken cancellationToken)
    {
        var before = await warehouse.StatesAsync(cancellationToken);
        var issues = await warehouse.PrepareAsync(catalog, cancellationToken);
        foreach (var (dataset, state) in await warehouse.StatesAsync(CancellationToken.None))
            if (before.TryGetValue(dataset, out var earlier) && earlier.DataVersion != state.DataVersion)
                feed.Publish(new DatasetChange(dataset, state.DataVersion, null, null));
        return issues;
    }

    /// <inheritdoc />
    public Task<Frame> QueryAsync(SqlText statement, ImmutableArray<ResultColumn> shape, CancellationToken cancellationToken) =>
        warehouse.QueryAsync(statement, shape, cancellationToken);

    /// <inheritdoc />
    public Task<ImmutableSortedDictionary<string, DatasetState>> StatesAsync(CancellationToken cancellationToken) =>
        warehouse.StatesAsync(cancellationToken);

    /// <inheritdoc />
    public IRowSource KnownOn(DateTimeOffset moment) => warehouse.KnownOn(moment);

    /// <inheritdoc />
    public async Task<Checked<LoadReport>> LoadAsync(LoadRequest request, IProgress<LoadProgress>? progress, CancellationToken cancellationToken)
    {
        var outcome = await warehouse.LoadAsync(request, progress, cancellationToken);
        // What the load touched is more than what came: rows that left are missed too.
        if (outcome.Value is { Load: { } load } report)
            feed.Publish(new DatasetChange(report.Dataset, report.DataVersion, load.From, load.Until));
        else
            await PublishRefusalAsync(request.Dataset.Name, outcome.Issues);
        return outcome;
    }

    /// <inheritdoc />
    public async Task<ImmutableArray<Checked<WriteReceipt>>> WriteAsync(ImmutableArray<RowBatch> batches, CancellationToken cancellationToken)
    {
        var outcomes = await warehouse.WriteAsync(batches, cancellationToken);
        foreach (var receipt in outcomes.Select(outcome => outcome.Value).OfType<WriteReceipt>())
            if (!receipt.IsRepeated && receipt.Added + receipt.Replaced + receipt.Removed > 0)
                feed.Publish(new DatasetChange(receipt.Dataset, receipt.DataVersion, receipt.From, receipt.Until));
        foreach (var (batch, outcome) in batches.Zip(outcomes))
            await PublishRefusalAsync(batch.Dataset.Name, outcome.Issues);
        return outcomes;
    }

    /// <inheritdoc />
    public Task<ImmutableArray<LoadRecord>> LoadsAsync(string? dataset, int most, CancellationToken cancellationToken) =>
        warehouse.LoadsAsync(dataset, most, cancellationToken);

    /// <inheritdoc />
    public Task<LoadRecord?> FindLoadAsync(long load, CancellationToken cancellationToken) => warehouse.FindLoadAsync(load, cancellationToken);

    /// <inheritdoc />
    public async Task<Checked<LoadRecord>> UndoAsync(long load, string? person, string? reason, CancellationToken cancellationToken)
    {
        var outcome = await warehouse.UndoAsync(load, person, reason, cancellationToken);
        if (outcome is { IsSound: true, Value: { } record } && record.Added + record.Replaced + record.Removed > 0)
            // Undone is undone, whoever still waits for it.
            feed.Publish(new DatasetChange(record.Dataset, (await warehouse.StatesAsync(CancellationToken.None))[record.Dataset].DataVersion, record.From, record.Until));
        return outcome;
    }

    /// <inheritdoc />
    public async Task<DatasetInspection?> InspectAsync(string dataset, CancellationToken cancellationToken)
    {
        var found = await warehouse.InspectAsync(dataset, cancellationToken);
        if (found is not null)
            feed.Publish(new DatasetChange(dataset, (await warehouse.StatesAsync(CancellationToken.None))[dataset].DataVersion, null, null));
        return found;
    }

    /// <inheritdoc />
    public Task<long> CompactAsync(DateTimeOffset before, CancellationToken cancellationToken) => warehouse.CompactAsync(before, cancellationToken);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => warehouse.DisposeAsync();

    /// <summary>A load that checks refuse changes no row, and what is said of the dataset.</summary>
    private async Task PublishRefusalAsync(string dataset, ImmutableArray<Issue> issues)
    {
        if (issues.Any(RefusalIssues.IsRefusal))
            feed.Publish(new DatasetChange(dataset, (await warehouse.StatesAsync(CancellationToken.None))[dataset].DataVersion, null, null));
    }
}
