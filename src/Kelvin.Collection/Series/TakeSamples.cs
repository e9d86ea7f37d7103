using System.Collections.Concurrent;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;
using Kelvin.Sql;
using Kelvin.Sql.Tree;

namespace Kelvin.Collection.Series;

/// <summary>
/// Makes samples durable as rows of a dataset. Those of one dataset come one after the other, for how much a count has grown is known
/// from what is durable, and from nothing else: a process that dies in between forgets nothing and counts nothing twice. Throws only
/// what <see cref="IWarehouse"/> throws.
/// </summary>
public sealed class TakeSamples(IWarehouse warehouse)
{
    /// <summary>How far back the last sample of a series is looked for, from the last one of all.</summary>
    private static readonly TimeSpan Lookback = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, SeriesOf> _series = new(StringComparer.Ordinal);

    /// <summary>Takes samples; what is there already under its key changes nothing.</summary>
    /// <param name="layout">How the dataset's columns take them.</param>
    /// <param name="samples">The samples.</param>
    /// <param name="now">The time of those that do not say theirs.</param>
    /// <param name="about">What the load is written down as.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>What became of them, the refused ones by their place among those that were not there yet.</returns>
    public async Task<Checked<WriteReceipt>> TakeAsync(
        SeriesLayout layout, IReadOnlyList<Sample> samples, DateTimeOffset now, Func<RowBatch, RowBatch> about, CancellationToken cancellationToken)
    {
        var series = _series.GetOrAdd(layout.Dataset.Name, _ => new SeriesOf());
        await series.Turn.WaitAsync(cancellationToken);
        try
        {
            var (last, version) = layout.Increase is null ? (new LastSamples(null, null), null) : await LastAsync(layout, series, now.UtcDateTime, cancellationToken);
            series.Last = null;
            var parts = PartsOf(layout, last.Measure(samples, now.UtcDateTime));
            var outcomes = await warehouse.WriteAsync([.. parts.Select(part => about(part.Batch))], cancellationToken);
            if (outcomes.FirstOrDefault(one => !one.IsSound) is { } refusal)
                return refusal;
            var receipts = parts.Zip(outcomes, (part, outcome) => part.Whole(outcome.Value!)).ToList();
            // Whoever else has written since we looked has moved the version further than our loads have.
            if (receipts.All(receipt => receipt.Refused.IsEmpty) && receipts[^1].DataVersion == version + receipts.Count(receipt => receipt.Load is not null))
                (series.Last, series.Version) = (last, receipts[^1].DataVersion);
            return Checked<WriteReceipt>.Sound(receipts.Aggregate(Together));
        }
        finally
        {
            series.Turn.Release();
        }
    }

    /// <summary>
    /// Samples as what is written. A count without an increase never takes the place of a row that is there, which may have one: it
    /// comes late, or again, or of a series that is not remembered.
    /// </summary>
    private static IReadOnlyList<SamplesPart> PartsOf(SeriesLayout layout, List<MeasuredIncrease> measured)
    {
        if (layout.Dataset.RowKey.IsEmpty)
            return [SamplesPart.Of(layout, measured, LoadMode.Append, _ => true)];
        bool MayReplace(MeasuredIncrease one) => layout.Increase is null || one.Increase is not null || !one.Sample.IsCumulative;
        SamplesPart[] parts = [SamplesPart.Of(layout, measured, LoadMode.Upsert, MayReplace), SamplesPart.Of(layout, measured, LoadMode.Append, one => !MayReplace(one))];
        return parts.All(part => part.IsEmpty) ? parts[..1] : [.. parts.Where(part => !part.IsEmpty)];
    }

    private static WriteReceipt Together(WriteReceipt first, WriteReceipt second) => second with
    {
        Load = first.Load ?? second.Load,
        Added = first.Added + second.Added,
        Replaced = first.Replaced + second.Replaced,
        Unchanged = first.Unchanged + second.Unchanged,
        Refused = [.. first.Refused.Concat(second.Refused).OrderBy(row => row.Row)],
        From = first.From < second.From ? first.From : second.From ?? first.From,
        Until = first.Until > second.Until ? first.Until : second.Until ?? first.Until,
    };

    /// <summary>The last samples, remembered for as long as nobody else has changed the dataset, and the version they are those of.</summary>
    private async Task<(LastSamples Last, long? Version)> LastAsync(SeriesLayout layout, SeriesOf series, DateTime now, CancellationToken cancellationToken)
    {
        var state = (await warehouse.StatesAsync(cancellationToken)).GetValueOrDefault(layout.Dataset.Name);
        if (series.Last is { } remembered && series.Version == state?.DataVersion)
            return (remembered, state.DataVersion);
        // Where another column is the time axis, nothing is known of how far back to look.
        var isBounded = layout.Dataset.Time == layout.Time.Name;
        var (known, lookback) = isBounded ? (state?.Watermark, Lookback) : default((DateTime?, TimeSpan?));
        var last = new LastSamples(known, lookback);
        var rows = await warehouse.QueryAsync(
            SqlRenderer.Render(Select(layout, LastSamples.RememberedFrom(known, lookback, now)), warehouse.Dialect),
            [new("name", ResultKind.Text), new("labels", ResultKind.Text), new("value", ResultKind.Double), new("time", ResultKind.Timestamp)], cancellationToken);
        for (var row = 0; row < rows.Count; row++)
            if (rows["value"][row] is double value && rows["time"][row] is DateTime time)
                last.Remember((string?)rows["name"][row] ?? "", (string?)rows["labels"][row] ?? "", value, time);
        return (last, state?.DataVersion);
    }

    private static SqlSelect Select(SeriesLayout layout, DateTime? since)
    {
        static SqlExpression At(Catalog.Column column) => new SqlExpression.Column("t", column.Name);
        var time = At(layout.Time);
        var value = new SqlExpression.Cast(At(layout.Value), new SqlType.Double());
        return new SqlSelect
        {
            Columns =
            [
                new(At(layout.Name!), "name"), new(At(layout.Labels!), "labels"),
                new(new SqlExpression.Aggregate(SqlAggregate.Last, value) { OrderBy = [time] }, "value"),
                new(new SqlExpression.Aggregate(SqlAggregate.Max, time), "time"),
            ],
            From = new SqlSource.Table(layout.Dataset.Name, "t"),
            Where = since is { } from ? new SqlExpression.Call(SqlFunction.GreaterOrEqual, time, new SqlExpression.Value(from)) : null,
            GroupBy = [At(layout.Name!), At(layout.Labels!)],
        };
    }

    /// <summary>What is remembered of a dataset, and whose turn it is.</summary>
    private sealed class SeriesOf
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public LastSamples? Last { get; set; }

        public long Version { get; set; }
    }
}
