using System.Collections.Concurrent;
using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Compiler.Pinning;
using Kelvin.Formulas;
using Kelvin.Queries.Warehouse;
using Kelvin.Sql;
using Kelvin.Sql.Tree;

namespace Kelvin.Queries.Asking;

/// <summary>Finds the first and last value of time columns; each is read from the engine once per version of its dataset.</summary>
public sealed class ExtentReader
{
    private const string Rows = "rows";

    private readonly ConcurrentDictionary<(ColumnRef Column, long DataVersion), Extent?> _known = [];

    /// <summary>The extents of these columns in a source, as of its states.</summary>
    public async Task<Extents> ReadAsync(
        IRowSource source, IReadOnlyCollection<ColumnRef> columns, MetricCatalog catalog, IReadOnlyDictionary<string, DatasetState> states, CancellationToken cancellationToken)
    {
        var extents = ImmutableDictionary.CreateBuilder<ColumnRef, Extent>();
        foreach (var column in columns)
            if (await ExtentOfAsync(source, column, catalog.Datasets[column.Dataset], states.GetValueOrDefault(column.Dataset), cancellationToken) is { } extent)
                extents[column] = extent;
        return new Extents(extents.ToImmutable());
    }

    private async Task<Extent?> ExtentOfAsync(IRowSource source, ColumnRef column, Dataset dataset, DatasetState? state, CancellationToken cancellationToken)
    {
        if (state is null || state.Rows == 0)
            return null;
        if (dataset.Time == column.Column && state is { Earliest: { } first, Watermark: { } last })
            return new Extent(first, last);
        var key = (column, state.DataVersion);
        if (!_known.TryGetValue(key, out var extent))
            _known[key] = extent = await ReadAsync(source, column, dataset.Find(column.Column)!.Type.Kind, cancellationToken);
        return extent;
    }

    private static async Task<Extent?> ReadAsync(IRowSource source, ColumnRef column, ValueKind kind, CancellationToken cancellationToken)
    {
        var value = new SqlExpression.Column(Rows, column.Column);
        var select = new SqlSelect
        {
            Columns =
            [
                new SqlColumn(new SqlExpression.Aggregate(SqlAggregate.Min, value), "first"),
                new SqlColumn(new SqlExpression.Aggregate(SqlAggregate.Max, value), "last"),
            ],
            From = new SqlSource.Table(column.Dataset, Rows),
        };
        var shape = kind == ValueKind.Date ? ResultKind.Date : ResultKind.Timestamp;
        var frame = await source.QueryAsync(
            SqlRenderer.Render(select, source.Dialect), [new ResultColumn("first", shape), new ResultColumn("last", shape)], cancellationToken);
        return (frame["first"][0], frame["last"][0]) switch
        {
            (DateOnly first, DateOnly last) => new Extent(first.ToDateTime(TimeOnly.MinValue), last.ToDateTime(TimeOnly.MinValue)),
            (DateTime first, DateTime last) => new Extent(first, last),
            _ => null,
        };
    }
}
