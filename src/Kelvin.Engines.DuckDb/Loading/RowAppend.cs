using System.Security.Cryptography;
using System.Text;
using Kelvin.Catalog;
using Kelvin.Compiler.Frames;
using Kelvin.Engines.DuckDb.Connections;
using Kelvin.Engines.DuckDb.States;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Engines.DuckDb.Loading;

/// <summary>Adds typed rows to a dataset: all of them or none.</summary>
internal sealed class RowAppend(DuckDbInstance instance, TimeProvider clock, Dataset dataset, Frame rows, CancellationToken cancellationToken)
{
    /// <summary>What rows that come in by themselves are written down as.</summary>
    private const string Source = "rows";

    public Checked<AppendReceipt> Run()
    {
        if (dataset.Source is DatasetSource.Query)
            return Checked<AppendReceipt>.Faulty(Issue.At(dataset.Place, "import.into-query", ("dataset", dataset.Name)));
        if (MissingValue() is { } missing)
            return Checked<AppendReceipt>.Faulty(missing);
        using var session = instance.Connect();
        Checked<AppendReceipt>? outcome = null;
        session.Transaction(() => (outcome = Append(session)).IsSound);
        return outcome!;
    }

    private Checked<AppendReceipt> Append(DuckDbSession session)
    {
        var staging = new StagingTable(session, dataset, withLines: false, cancellationToken);
        var book = new StateBook(session, cancellationToken);
        staging.Create();
        var columns = dataset.Columns.Where(column => column.IsStored).Select(column => (column, rows.Find(column.Name))).ToList();
        session.Append(StagingTable.BareName, appender => FrameAppender.Append(appender, columns, rows.Count, cancellationToken));
        if (staging.BreaksKey(appends: true))
            return Checked<AppendReceipt>.Faulty(Issue.At(null, "import.repeated-key", ("dataset", dataset.Name), ("key", string.Join(", ", dataset.RowKey))));
        var (from, until) = book.Extent(dataset, StagingTable.BareName);
        staging.Publish(appends: true);
        var now = clock.GetUtcNow().UtcDateTime;
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Source} {now:O} {rows.Count}")));
        var version = book.Record(new StateEntry(dataset, false, fingerprint, Source, rows.Count, from, until, now));
        return Checked<AppendReceipt>.Sound(new AppendReceipt(dataset.Name, rows.Count, from, until, version));
    }

    private Issue? MissingValue()
    {
        foreach (var column in dataset.Columns.Where(column => column is { IsStored: true, IsOptional: false }))
            for (var row = 0; row < rows.Count; row++)
                if (rows.Find(column.Name) is not { } values || !values.IsKnown(row))
                    return Issue.At(null, "import.row-lacks-value", ("dataset", dataset.Name), ("column", column.Name), ("row", row + 1));
        return null;
    }
}
