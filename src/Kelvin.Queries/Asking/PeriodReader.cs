using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Kelvin.Calendars.Custom;
using Kelvin.Catalog;
using Kelvin.Compiler.Binding;
using Kelvin.Formulas;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;
using Kelvin.Sql;
using Kelvin.Sql.Tree;

namespace Kelvin.Queries.Asking;

/// <summary>Gives questions the periods of calendars that a dataset lists; they are read once per version of the dataset.</summary>
public sealed class PeriodReader
{
    private const string Rows = "rows";

    private const int MostKnown = 100;

    private readonly ConcurrentDictionary<(string CatalogVersion, PeriodSource Source, long DataVersion), Checked<PeriodTable>> _known = [];

    /// <summary>
    /// The questions, their calendars complete. One that uses a calendar whose dataset lists no sound periods has the issues of
    /// that list instead; a dataset without rows lists none, and that is no issue.
    /// </summary>
    public async Task<ImmutableArray<Checked<BoundQuery>>> CompleteAsync(
        IRowSource rows, ImmutableArray<Checked<BoundQuery>> bound, MetricCatalog catalog, IReadOnlyDictionary<string, DatasetState> states, CancellationToken cancellationToken)
    {
        foreach (var calendar in catalog.Calendars.Values)
            if (calendar is { PeriodsFrom: { } source, Calendar: { Rule: CalendarRule.Table { Grain: var grain }, Name: var name } }
                && states.GetValueOrDefault(source.Dataset) is { Rows: > 0 } state)
            {
                var table = await TableAsync(rows, source, catalog, state.DataVersion, cancellationToken);
                bound = [.. bound.Select(one => one.Then(query => With(query, name, grain, table)))];
            }
        return bound;
    }

    private static Checked<BoundQuery> With(BoundQuery query, string calendar, string grain, Checked<PeriodTable> table) =>
        table.IsSound ? Checked<BoundQuery>.Sound(query with { Calendar = query.Calendar.With(calendar, table.Value) })
        : query.ToString().Contains(grain, StringComparison.Ordinal) ? Checked<BoundQuery>.Faulty(table.Issues)
        : Checked<BoundQuery>.Sound(query);

    private async Task<Checked<PeriodTable>> TableAsync(IRowSource rows, PeriodSource source, MetricCatalog catalog, long version, CancellationToken cancellationToken)
    {
        var key = (catalog.Version, source, version);
        if (_known.TryGetValue(key, out var table))
            return table;
        if (_known.Count >= MostKnown)
            _known.Clear();
        _known[key] = table = await ReadAsync(rows, source, catalog.Datasets[source.Dataset], cancellationToken);
        return table;
    }

    private static async Task<Checked<PeriodTable>> ReadAsync(IRowSource from, PeriodSource source, Dataset dataset, CancellationToken cancellationToken)
    {
        string[] columns = source.Last is { } last ? [source.Name, source.First, last] : [source.Name, source.First];
        var select = new SqlSelect
        {
            Columns = [.. columns.Select((column, index) => new SqlColumn(new SqlExpression.Column(Rows, column), NameOf(index)))],
            From = new SqlSource.Table(source.Dataset, Rows),
        };
        var frame = await from.QueryAsync(
            SqlRenderer.Render(select, from.Dialect),
            [.. columns.Select((column, index) => new ResultColumn(NameOf(index), dataset.Find(column)!.Type.Kind == ValueKind.Date ? ResultKind.Date : ResultKind.Text))],
            cancellationToken);
        var rows = Enumerable.Range(0, frame.Count).Where(row => frame.Columns.All(column => column.IsKnown(row))).Select(row => frame.Columns.Select(column => column[row]!).ToArray());
        return source.Last is null
            ? PeriodTable.OfDays(rows.Select(row => ((DateOnly)row[1], Written(row[0]))))
            : PeriodTable.Of(rows.Select(row => new NamedPeriod(LocalText.Same(Written(row[0])), (DateOnly)row[1], (DateOnly)row[2])));
    }

    private static string NameOf(int index) => FormattableString.Invariant($"c{index}");

    private static string Written(object name) => name is DateOnly day ? day.ToString("O", CultureInfo.InvariantCulture) : (string)name;
}
