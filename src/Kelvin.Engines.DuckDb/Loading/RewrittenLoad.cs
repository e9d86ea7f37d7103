using System.Collections.Immutable;
using System.Text;
using Kelvin.Catalog;
using Kelvin.Engines.DuckDb.Connections;
using Kelvin.Engines.DuckDb.Preparing;
using Kelvin.Engines.Staging;
using Kelvin.Loading;
using Kelvin.Loading.Rejecting;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Engines.DuckDb.Loading;

/// <summary>Loads files that are not all plain: read and rewritten by us, then read by the engine.</summary>
internal sealed class RewrittenLoad(LoadContext context, DuckDbSession session, TextFiles files, string fingerprint)
{
    private readonly ImmutableArray<Column> _columns = files.Columns;

    public async Task<LoadReport> LoadAsync()
    {
        using var inbox = Inbox.Empty(context.Instance.Folder.Inbox, ".csv");
        var rejections = context.OpenLogs(files.Files);
        try
        {
            var written = Rewrite(inbox.Path, rejections);
            LoadReport? report = null;
            await session.TransactionAsync(async () =>
            {
                report = await StageAsync(inbox.Path, written, rejections);
                return true;
            }, context.CancellationToken);
            rejections.Dispose();
            return report!;
        }
        catch
        {
            rejections.Discard();
            throw;
        }
    }

    private long[] Rewrite(string path, RejectionLogs rejections)
    {
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 20);
        var written = new long[files.Files.Length];
        var before = 0L;
        for (var at = 0; at < written.Length; at++)
        {
            var progress = new Forwarded<long>(rows => context.Report(LoadStage.Reading, (double)(before + rows) / Math.Max(1, files.Records), before + rows));
            written[at] = files.Files[at].Rewrite(writer, _columns, files.Surveys[at], rejections.Logs[at], progress, context.CancellationToken);
            before += files.Surveys[at].Records;
        }
        return written;
    }

    private async Task<LoadReport> StageAsync(string rewritten, long[] written, RejectionLogs rejections)
    {
        var load = await context.NumberAsync(session);
        var staging = await StagingTable.ForFileAsync(context.Engine, session, context.Dataset, load, withLines: true, context.CancellationToken);
        await staging.FillAsync(
            CsvSource.OfRewritten(rewritten, ["BIGINT", .. _columns.Select(ColumnType.NameOf)], files.Surveys.Any(survey => survey.SpansLines)),
            Expression, CsvSource.FieldName(0));
        if (await staging.CountAsync() is var read && read != written.Sum())
            throw new WarehouseException($"The engine read {read} rows of {written.Sum()}; nothing was loaded.");
        context.Report(LoadStage.Checking, null, read);
        var repeated = await staging.RemoveRepeatedKeysAsync(context.Appends);
        RepeatedKeys.Reject(files.Files, repeated, rejections.Logs);
        return await context.PublishAsync(session, staging, load, rejections.Told(files, written, repeated), fingerprint);
    }

    private string? Expression(Column column) => _columns.IndexOf(column) is >= 0 and var at ? CsvSource.FieldName(at + 1) : null;
}
