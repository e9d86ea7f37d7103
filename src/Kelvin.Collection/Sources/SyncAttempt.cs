using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Collection.Series;
using Kelvin.Collection.Sources.Runs;
using Kelvin.Collection.Sources.Spooling;
using Kelvin.Language;

namespace Kelvin.Collection.Sources;

/// <summary>One try at a run: reads what the source has and makes it durable, from as far as the dataset has come.</summary>
internal sealed class SyncAttempt(
    OpenConnections connections, OpenedConnection connection, Dataset dataset, PartLoading parts, TakeSamples taking, SyncRun run, TimeProvider clock, SyncPosition position, SyncHistory history,
    SpoolRoom room, SyncSettings settings)
{
    /// <summary>Runs; errors among the issues say why it could not go on.</summary>
    public async Task<ImmutableArray<Issue>> RunAsync(Action<long> told, CancellationToken cancellationToken)
    {
        await parts.SettleAsync(cancellationToken);
        var request = new SourceRequest(connection, dataset, dataset.Feed!, CursorValue.Parse(position.Cursor));
        var asked = clock.GetUtcNow();
        var opened = await connections.ReadAsync(request, cancellationToken);
        if (!opened.IsSound)
            return opened.Issues;
        await using var content = opened.Value;
        ImmutableArray<Issue> issues = content switch
        {
            SourceContent.Rows rows => await RowsAsync(request, rows, told, cancellationToken),
            SourceContent.Files files => await new FilesAttempt(request, parts, history, room, settings).RunAsync(files, told, cancellationToken),
            SourceContent.Samples samples => await new SamplesAttempt(request, taking, run).RunAsync(samples, asked, told, cancellationToken),
            _ => throw new InvalidOperationException($"No way to load {content.GetType().Name}."),
        };
        return [.. opened.Issues, .. issues];
    }

    private async Task<ImmutableArray<Issue>> RowsAsync(SourceRequest request, SourceContent.Rows rows, Action<long> told, CancellationToken cancellationToken)
    {
        var plan = ColumnPlan.Of(request, rows.Columns, position.Columns);
        if (!plan.IsSound)
            return plan.Issues;
        var issues = await new RowsAttempt(request, plan.Value, parts, room, settings).RunAsync(rows, told, cancellationToken);
        if (issues.All(issue => issue.Severity != Severity.Error))
        {
            position.Columns = rows.Columns;
            await history.SaveAsync(position, cancellationToken);
        }
        return [.. plan.Issues, .. issues];
    }
}
