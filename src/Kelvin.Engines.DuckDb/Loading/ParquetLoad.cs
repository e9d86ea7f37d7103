using System.Collections.Immutable;
using System.Globalization;
using System.IO.Hashing;
using Kelvin.Engines.DuckDb.Connections;
using Kelvin.Engines.Staging;
using Kelvin.Language;
using Kelvin.Loading;
using Kelvin.Loading.Rejecting;
using Kelvin.Loading.Values;
using Kelvin.Queries.Warehouse;
using Kelvin.Sql.Dialects;

namespace Kelvin.Engines.DuckDb.Loading;

/// <summary>Loads Parquet by the engine's reader. A value that the column cannot hold exactly rejects its row; rows count from 1.</summary>
internal sealed class ParquetLoad(LoadContext context)
{
    public async Task<Checked<LoadReport>> RunAsync()
    {
        var zone = ZoneChoice.Of(context.Request);
        if (!zone.IsSound)
            return Checked<LoadReport>.Faulty(zone.Issues);
        using var session = context.Instance.Connect();
        using var inbox = Inbox.Of(context.Instance.Folder.Inbox, context.Request.Path);
        var fingerprint = $"{Hash()}|{zone.Value.Id}";
        if (await context.LoadedBeforeAsync(session, fingerprint) is { } before)
            return await context.AlreadyLoadedAsync(session, before);
        var reader = $"read_parquet({DuckDbDialect.Quoted(inbox.Path)}, file_row_number = true)";
        ImmutableArray<ParquetColumn> present;
        try
        {
            present = [.. session.Rows($"DESCRIBE SELECT * EXCLUDE (file_row_number) FROM {reader}", context.CancellationToken)
                .Select(row => new ParquetColumn((string)row[0]!, (string)row[1]!))];
        }
        catch (WarehouseException failure)
        {
            return Checked<LoadReport>.Faulty(Issue.At(null, "import.unreadable-file", ("file", context.Source), ("reason", failure.Message.Split('\n')[0])));
        }
        var columns = new ParquetLayout(context.Dataset, context.Request.Format, LocalTimeline.Of(zone.Value)).Match(present);
        return columns.IsSound
            ? Checked<LoadReport>.Sound(await LoadAsync(session, reader, columns.Value, fingerprint), columns.Issues)
            : Checked<LoadReport>.Faulty(columns.Issues);
    }

    private async Task<LoadReport> LoadAsync(DuckDbSession session, string reader, ParquetColumns columns, string fingerprint)
    {
        context.Report(LoadStage.Reading);
        var rejections = context.OpenLog(RejectedFile.Header("row", ',', isTyped: true), ',');
        try
        {
            LoadReport? report = null;
            await session.TransactionAsync(async () =>
            {
                var load = await context.NumberAsync(session);
                var staging = await StagingTable.ForFileAsync(context.Engine, session, context.Dataset, load, withLines: true, context.CancellationToken);
                Reject(session, reader, columns, rejections);
                await staging.FillAsync($"{reader} WHERE NOT ({columns.AnyFault})", columns.Value, "file_row_number + 1");
                context.Report(LoadStage.Checking);
                foreach (var (row, earlier) in await staging.RemoveRepeatedKeysAsync(context.Appends))
                    rejections.Add(row, "", [KeyFault(earlier)]);
                var file = new LoadedFile(context.Source, await staging.CountAsync(), 0) { Rejected = rejections.Count, Rejections = rejections.First, RejectedFile = rejections.File };
                report = await context.PublishAsync(session, staging, load, [file], fingerprint);
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

    private Issue KeyFault(long earlier) => earlier == 0
        ? Issue.At(null, "import.key-present", ("column", string.Join(", ", context.Dataset.RowKey)), ("value", "?"), ("dataset", context.Dataset.Name))
        : Issue.At(null, "import.key-repeated", ("column", string.Join(", ", context.Dataset.RowKey)), ("value", "?"), ("line", earlier));

    private void Reject(DuckDbSession session, string reader, ParquetColumns columns, RejectionLog rejections)
    {
        var faults = columns.Faults.Select(fault => $"CASE WHEN {fault.Condition} THEN coalesce(CAST({fault.Source} AS VARCHAR), '') END");
        foreach (var row in session.Rows($"SELECT file_row_number + 1, {string.Join(", ", faults)} FROM {reader} WHERE {columns.AnyFault} ORDER BY 1", context.CancellationToken))
        {
            var reasons = columns.Faults.Select((fault, at) => (fault.Column, Value: row[at + 1] as string)).Where(pair => pair.Value is not null)
                .Select(pair => pair.Value!.Length == 0
                    ? Issue.At(null, "import.value-missing", ("column", pair.Column.Name))
                    : Issue.At(null, "import.not-fitting", ("column", pair.Column.Name), ("value", pair.Value))).ToList();
            rejections.Add(Convert.ToInt64(row[0], CultureInfo.InvariantCulture), string.Join(",", row.Skip(1).OfType<string>()), reasons);
        }
    }

    private string Hash()
    {
        using var file = File.OpenRead(context.Request.Path);
        var hash = new XxHash128();
        hash.Append(file);
        return Convert.ToHexString(hash.GetCurrentHash());
    }
}
