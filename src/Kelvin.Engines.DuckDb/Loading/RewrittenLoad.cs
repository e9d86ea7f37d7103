using System.Text;
using Kelvin.Catalog;
using Kelvin.Engines.DuckDb.Connections;
using Kelvin.Engines.DuckDb.Preparing;
using Kelvin.Engines.Staging;
using Kelvin.Loading;
using Kelvin.Loading.Rejecting;
using Kelvin.Loading.Text;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Engines.DuckDb.Loading;

/// <summary>Loads a file that is not plain: read and rewritten by us, then read by the engine.</summary>
internal sealed class RewrittenLoad(
    LoadContext context, DuckDbSession session, TextFile file, FileSurvey survey, string fingerprint)
{
    public async Task<LoadReport> LoadAsync()
    {
        using var inbox = Inbox.Empty(context.Instance.Folder.Inbox, ".csv");
        var rejections = context.OpenLog(file.Layout.Header, (char)file.Layout.Separator);
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

    private long Rewrite(string path, RejectionLog rejections)
    {
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 20);
        var progress = new Forwarded<long>(rows => context.Report(LoadStage.Reading, (double)rows / Math.Max(1, survey.Records), rows));
        return file.Rewrite(writer, survey, rejections, progress, context.CancellationToken);
    }

    private async Task<LoadReport> StageAsync(string rewritten, long written, RejectionLog rejections)
    {
        var load = await context.NumberAsync(session);
        var staging = await StagingTable.ForFileAsync(context.Engine, session, context.Dataset, load, withLines: true, context.CancellationToken);
        await staging.FillAsync(
            CsvSource.OfRewritten(rewritten, ["BIGINT", .. file.Layout.Columns.Select(laid => ColumnType.NameOf(laid.Column))], survey.SpansLines),
            Expression, CsvSource.FieldName(0));
        if (await staging.CountAsync() is var read && read != written)
            throw new WarehouseException($"The engine read {read} rows of {written}; nothing was loaded.");
        context.Report(LoadStage.Checking, null, written);
        RepeatedKeys.Reject(file, await staging.RemoveRepeatedKeysAsync(context.Appends), rejections);
        return await context.PublishAsync(session, staging, load, rejections, survey.EmptyLines, fingerprint);
    }

    private string? Expression(Column column)
    {
        for (var at = 0; at < file.Layout.Columns.Length; at++)
            if (file.Layout.Columns[at].Column == column)
                return CsvSource.FieldName(at + 1);
        return null;
    }
}
