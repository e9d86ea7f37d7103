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
            var last = layout.Increase is null ? new LastSamples(null) : await LastAsync(layout, series, cancellationToken);
            series.Last = null;
            var read = SeriesRows.Of(layout, last.Measure(samples, now.UtcDateTime));
            var batch = about(new RowBatch(layout.Dataset, read.Rows) { Mode = layout.Dataset.RowKey.IsEmpty ? LoadMode.Append : LoadMode.Upsert });
            var outcome = (await warehouse.WriteAsync([batch], cancellationToken))[0];
            if (!outcome.IsSound)
                return outcome;
            if (outcome.Value.Refused.IsEmpty && read.Refused.IsEmpty)
                (series.Last, series.Version) = (last, outcome.Value.DataVersion);
            return Checked<WriteReceipt>.Sound(read.Whole(outcome.Value));
        }
        finally
        {
            series.Turn.Release();
        }
    }

    /// <summary>The last samples, remembered for as long as nobody else has changed the dataset.</summary>
    private async Task<LastSamples> LastAsync(SeriesLayout layout, SeriesOf series, CancellationToken cancellationToken)
    {
        var state = (await warehouse.StatesAsync(cancellationToken)).GetValueOrDefault(layout.Dataset.Name);
        if (series.Last is { } remembered && series.Version == state?.DataVersion)
            return remembered;
        var isBounded = layout.Dataset.Time == layout.Time.Name;
        var last = new LastSamples(isBounded ? state?.Watermark : null);
        var rows = await warehouse.QueryAsync(
            SqlRenderer.Render(Select(layout, isBounded ? state?.Watermark - Lookback : null), warehouse.Dialect),
            [new("name", ResultKind.Text), new("labels", ResultKind.Text), new("value", ResultKind.Double), new("time", ResultKind.Timestamp)], cancellationToken);
        for (var row = 0; row < rows.Count; row++)
            if (rows["value"][row] is double value && rows["time"][row] is DateTime time)
                last.Remember((string?)rows["name"][row] ?? "", (string?)rows["labels"][row] ?? "", value, time);
        return last;
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
