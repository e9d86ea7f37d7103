using System.Collections.Immutable;
using System.Globalization;
using Kelvin.Catalog;
using Kelvin.Compiler;
using Kelvin.Compiler.Binding;
using Kelvin.Compiler.Lowering;
using Kelvin.Compiler.Pinning;
using Kelvin.Formulas;
using Kelvin.Language;
using Kelvin.Queries.Asking;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Queries.Drilling;

/// <summary>Finds the rows behind a cell, with the same names, filters, rights and times as the question that made it.</summary>
public sealed class DrillThrough
{
    private readonly ICurrentCatalog _catalogs;
    private readonly AskedRows _rows;
    private readonly TimeProvider _clock;
    private readonly ExtentReader _extents = new();
    private readonly PeriodReader _periods = new();

    /// <summary>Looks into a warehouse.</summary>
    public DrillThrough(ICurrentCatalog catalogs, IWarehouse warehouse, TimeProvider clock)
        : this(catalogs, AskedRows.Of(warehouse), clock)
    {
    }

    internal DrillThrough(ICurrentCatalog catalogs, AskedRows rows, TimeProvider clock) =>
        (_catalogs, _rows, _clock) = (catalogs, rows, clock);

    /// <summary>A page of the rows, or every issue with the question.</summary>
    public async Task<Checked<DrillAnswer>> RowsAsync(DrillQuery query, Viewer viewer, CancellationToken cancellationToken)
    {
        var catalog = _catalogs.Current;
        var asked = new MetricQuery
        {
            Metrics = [query.Metric],
            Range = query.Range,
            By = [.. query.Cell.Keys],
            Where = query.Where,
            Zone = query.Zone,
            KnownOn = query.KnownOn,
        };
        var source = AskedSource.Of(asked, _rows, catalog, _clock.GetUtcNow());
        if (!source.IsSound)
            return Checked<DrillAnswer>.Faulty(source.Issues);
        var rows = source.Value.Rows;
        var states = await rows.StatesAsync(cancellationToken);
        var bound = (await _periods.CompleteAsync(
            rows, [Binder.Bind(asked, catalog, viewer.RowFilters).Then(one => KeptHistory.Require(one, states, source.Value.Known))], catalog, states, cancellationToken))[0];
        if (!bound.IsSound)
            return Checked<DrillAnswer>.Faulty(bound.Issues);
        var measures = bound.Value.Metrics[0].Expression.Placed([]).ToImmutableArray();
        if (query.Measure < 0 || query.Measure >= measures.Length || query.Skip < 0 || query.Take is < 1 or > DrillQuery.MostRows)
            return Checked<DrillAnswer>.Faulty(Issue.At(null, "query.drill-bounds", ("measures", measures.Length), ("most", DrillQuery.MostRows)));
        var cell = CellCondition(query, bound.Value, measures[query.Measure].Measure.Source);
        if (!cell.IsSound)
            return Checked<DrillAnswer>.Faulty(cell.Issues);
        var extents = await _extents.ReadAsync(rows, bound.Value, states, cancellationToken);
        var pinned = Pinner.Pin(bound.Value, _clock.GetUtcNow(), extents);
        return pinned.IsSound
            ? Checked<DrillAnswer>.Sound(await ReadAsync(new ScanRunner(rows), pinned.Value, measures, query, cell.Value.Conditions, cancellationToken))
            : Checked<DrillAnswer>.Faulty(pinned.Issues);
    }

    private static async Task<DrillAnswer> ReadAsync(
        ScanRunner runner, PinnedQuery pinned, ImmutableArray<PlacedMeasure> measures, DrillQuery query, RowExpression? cell, CancellationToken cancellationToken)
    {
        var (measure, path) = measures[query.Measure];
        var dataset = pinned.Bound.Catalog.Datasets[measure.Dataset];
        var (page, total) = RowsLowering.Lower(pinned, measure, path, cell, query.Skip, query.Take);
        var statement = runner.Render(page);
        var rows = await runner.RunAsync(statement, page, cancellationToken);
        var count = await runner.RunAsync(runner.Render(total), total, cancellationToken);
        return new DrillAnswer(
            dataset, [.. measures.Select(one => one.Measure)], dataset.Columns, rows,
            (long)(decimal)count[RowsLowering.TotalColumn][0]!, ScanRunner.Describe(statement));
    }

    /// <summary>The cell's dimension values as a condition on the measure's dataset; values are read by the dimension's type.</summary>
    private static Checked<CellConditions> CellCondition(DrillQuery query, BoundQuery bound, RowSource source)
    {
        var issues = ImmutableArray.CreateBuilder<Issue>();
        var conditions = new List<RowExpression>();
        foreach (var dimension in bound.Dimensions)
        {
            var column = dimension.Values[source];
            var isKnown = new RowExpression.Call(RowFunction.IsKnown, [column], DataType.Boolean);
            if (query.Cell[dimension.Name] is not { } text)
                conditions.Add(new RowExpression.Call(RowFunction.Not, [isKnown], DataType.Boolean));
            else if (Read(text, dimension.Type.Kind) is { } value)
                conditions.Add(new RowExpression.Call(RowFunction.Equal, [column, new RowExpression.Constant(value, dimension.Type)], DataType.Boolean));
            else
                issues.Add(Issue.At(null, "query.cell-value", ("dimension", dimension.Name), ("value", text)));
        }
        return issues.Count > 0
            ? Checked<CellConditions>.Faulty(issues.ToImmutable())
            : Checked<CellConditions>.Sound(new CellConditions(conditions.Count switch
            {
                0 => null,
                1 => conditions[0],
                _ => new RowExpression.Call(RowFunction.And, [.. conditions], DataType.Boolean),
            }));
    }

    private static object? Read(string text, ValueKind kind) => kind switch
    {
        ValueKind.Text => text,
        ValueKind.Boolean => bool.TryParse(text, out var flag) ? flag : null,
        ValueKind.Number => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
        ValueKind.Date => DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var day) ? day : null,
        ValueKind.Timestamp => DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var instant) ? instant : null,
        _ => null,
    };

    private sealed record CellConditions(RowExpression? Conditions);
}
