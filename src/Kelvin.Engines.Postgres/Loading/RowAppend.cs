using System.Security.Cryptography;
using System.Text;
using Kelvin.Catalog;
using Kelvin.Compiler.Frames;
using Kelvin.Engines.Postgres.Connections;
using Kelvin.Engines.Postgres.States;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Engines.Postgres.Loading;

/// <summary>Adds typed rows to a dataset: all of them or none.</summary>
internal sealed class RowAppend(PostgresServer server, TimeProvider clock, Dataset dataset, Frame rows, CancellationToken cancellationToken)
{
    /// <summary>What rows that come in by themselves are written down as.</summary>
    private const string Source = "rows";

    public async Task<Checked<AppendReceipt>> RunAsync()
    {
        if (dataset.Source is DatasetSource.Query)
            return Checked<AppendReceipt>.Faulty(Issue.At(dataset.Place, "import.into-query", ("dataset", dataset.Name)));
        if (UnusableValue() is { } unusable)
            return Checked<AppendReceipt>.Faulty(unusable);
        await using var session = await server.WriteAsync(cancellationToken);
        Checked<AppendReceipt>? outcome = null;
        await session.TransactionAsync(async () => (outcome = await AppendAsync(session)).IsSound, cancellationToken);
        return outcome!;
    }

    private async Task<Checked<AppendReceipt>> AppendAsync(PostgresSession session)
    {
        var staging = new StagingTable(session, server.Schemas, dataset, withLines: false, cancellationToken);
        var book = new StateBook(session, server.Schemas, cancellationToken);
        await book.LockAsync(dataset.Name);
        await staging.CreateAsync();
        var columns = dataset.Columns.Where(column => column.IsStored).Select(column => (column, rows.Find(column.Name))).ToList();
        await session.CopyAsync(
            StagingTable.CopyInto(columns.Select(pair => pair.column), withLines: false, "binary"),
            importer => FrameCopy.WriteAsync(importer, columns, rows.Count, cancellationToken), cancellationToken);
        if (await staging.BreaksKeyAsync())
            return Checked<AppendReceipt>.Faulty(Issue.At(null, "import.repeated-key", ("dataset", dataset.Name), ("key", string.Join(", ", dataset.Key))));
        var (from, until) = await book.ExtentAsync(dataset, StagingTable.Name);
        await staging.PublishAsync(appends: true);
        var now = clock.GetUtcNow().UtcDateTime;
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Source} {now:O} {rows.Count}")));
        var version = await book.RecordAsync(new StateEntry(dataset, false, fingerprint, Source, rows.Count, from, until, now));
        return Checked<AppendReceipt>.Sound(new AppendReceipt(dataset.Name, rows.Count, from, until, version));
    }

    private Issue? UnusableValue()
    {
        foreach (var column in dataset.Columns.Where(column => column.IsStored))
            for (var row = 0; row < rows.Count; row++)
            {
                var value = rows.Find(column.Name)?[row];
                if (value is null && !column.IsOptional)
                    return Issue.At(null, "import.row-lacks-value", ("dataset", dataset.Name), ("column", column.Name), ("row", row + 1));
                if (value is string text && text.Contains('\0', StringComparison.Ordinal))
                    return Issue.At(null, "import.row-has-null-character", ("dataset", dataset.Name), ("column", column.Name), ("row", row + 1));
            }
        return null;
    }
}
