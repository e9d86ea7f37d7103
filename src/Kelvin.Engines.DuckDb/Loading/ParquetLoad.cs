using System.Collections.Immutable;
using System.Globalization;
using System.IO.Hashing;
using Kelvin.Engines.DuckDb.Connections;
using Kelvin.Engines.DuckDb.States;
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
    public Checked<LoadReport> Run()
    {
        var zone = ZoneChoice.Of(context.Request);
        if (!zone.IsSound)
            return Checked<LoadReport>.Faulty(zone.Issues);
        using var session = context.Instance.Connect();
        using var inbox = Inbox.Of(context.Instance.Folder.Inbox, context.Request.Path);
        var fingerprint = $"{Hash()}|{zone.Value.Id}";
        if (context.Appends && new StateBook(session, context.CancellationToken).LoadedAt(context.Dataset.Name, fingerprint) is { } before)
            return context.AlreadyLoaded(session, before);
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
        return new ParquetLayout(context.Dataset, context.Request.Format, LocalTimeline.Of(zone.Value)).Match(present)
            .Then(columns => Checked<LoadReport>.Sound(Load(session, reader, columns, fingerprint)));
    }

    private LoadReport Load(DuckDbSession session, string reader, ParquetColumns columns, string fingerprint)
    {
        context.Report(LoadStage.Reading);
        var rejections = context.OpenLog(RejectedFile.Header("row", ',', isTyped: true), ',');
        try
        {
            LoadReport? report = null;
            session.Transaction(() =>
            {
                var staging = new StagingTable(session, context.Dataset, withLines: true, context.CancellationToken);
                staging.Create();
                Reject(session, reader, columns, rejections);
                staging.Fill($"{reader} WHERE NOT ({columns.AnyFault})", columns.Value, "file_row_number + 1");
                context.Report(LoadStage.Checking);
                foreach (var (row, earlier) in staging.RemoveRepeatedKeys(context.Appends))
                    rejections.Add(row, "", [KeyFault(earlier)]);
                report = context.Publish(session, staging, rejections, 0, fingerprint);
                return true;
            });
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
