using System.Security.Cryptography;
using Kelvin.Catalog;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Collection.Pushing;

/// <summary>
/// Takes rows that programs hand over. Those that can be taken are durable when the outcome is known; the others come back, each
/// with its reason. Throws only what <see cref="IWarehouse"/> throws.
/// </summary>
public sealed class PushRows(ICurrentCatalog catalogs, GroupCommit commits, PushLimits limits)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Takes rows as they were sent.</summary>
    public async Task<PushOutcome> PushAsync(PushRequest request, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var datasets = catalogs.Current.Datasets;
        if (!datasets.TryGetValue(request.Dataset, out var dataset))
            return new PushOutcome.Unknown(Issue.At(null, "push.unknown-dataset", ("name", request.Dataset), ("nearest", NearestName.Of(request.Dataset, datasets.Keys))));
        if (body.Length > limits.BytesARequest)
            return new PushOutcome.TooLong(Issue.At(null, "push.too-long", ("most", limits.BytesARequest / 1024 / 1024)));
        var read = request.Format == PushFormat.Csv ? CsvRows.Read(body.Span, dataset, limits) : JsonRows.Read(body.Span, dataset, limits);
        if (!read.IsSound)
            return new PushOutcome.Refused(read.Issues);
        return request.AllOrNothing && read.Value.Refused is [var first, ..]
            ? new PushOutcome.Refused([Issue.At(null, "push.all-or-nothing", ("row", first.Row + 1), ("refused", read.Value.Refused.Length)), first.Reason])
            : await WriteAsync(request, dataset, read.Value, request.Key is null ? null : ContentOf(request, body.Span), cancellationToken);
    }

    private async Task<PushOutcome> WriteAsync(PushRequest request, Dataset dataset, ReadRows read, string? content, CancellationToken cancellationToken)
    {
        var batch = new RowBatch(dataset, read.Rows)
        {
            Mode = request.Mode,
            Key = request.Key,
            Content = content,
            AllOrNothing = request.AllOrNothing,
            Source = request.Source,
        };
        if (commits.TryWrite(batch) is not { } writing)
            return new PushOutcome.Busy(Issue.At(null, "push.busy", ("seconds", (int)Pause.TotalSeconds)), Pause);
        var outcome = await writing.WaitAsync(cancellationToken);
        return outcome.IsSound ? new PushOutcome.Taken(read.Whole(outcome.Value)) : new PushOutcome.Refused(outcome.Issues);
    }

    /// <summary>What was asked for, as short as can be told apart: the rows as they were sent, and what becomes of those that are there.</summary>
    private static string ContentOf(PushRequest request, ReadOnlySpan<byte> body) =>
        $"{request.Mode} {(request.AllOrNothing ? "all" : "each")} {Convert.ToHexString(SHA256.HashData(body).AsSpan(0, 16))}";
}
