using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Formulas;
using Kelvin.Loading.Mapping;
using Kelvin.Loading.Proposing;
using Kelvin.Queries.Warehouse;
using Kelvin.Sql;
using Kelvin.Sql.Tree;

namespace Kelvin.Imports.Matching;

/// <summary>
/// Finds which values of a file are known already: in the key of a dataset, or in a text column of it. Only those that the file's samples
/// hold are looked for, so the answer is exact however many rows there are.
/// </summary>
public sealed class ReadKnownValues(IWarehouse warehouse)
{
    private const string Rows = "r";
    private const long MostRows = 2_000_000;

    /// <summary>The values of the file that each text column of the catalog's datasets has; nothing for datasets without rows or with very many.</summary>
    public async Task<KnownValues> ForAsync(FileProposal file, MetricCatalog catalog, CancellationToken cancellationToken)
    {
        var sought = file.Columns.Where(column => column.Kind == ValueKind.Text).SelectMany(column => column.Values).Distinct(StringComparer.Ordinal)
            .Select(value => (SqlExpression)new SqlExpression.Value(value)).ToImmutableArray();
        var states = await warehouse.StatesAsync(cancellationToken);
        var known = ImmutableDictionary.CreateBuilder<(string, string), ImmutableHashSet<string>>();
        if (sought.IsEmpty)
            return KnownValues.None;
        foreach (var dataset in catalog.Datasets.Values.Where(one => one.Source is DatasetSource.Files && states.GetValueOrDefault(one.Name) is { Rows: > 0 and <= MostRows }))
            foreach (var column in dataset.Columns.Where(one => one is { IsStored: true, Type.Kind: ValueKind.Text }))
                known[(dataset.Name, column.Name)] = await FindAsync(dataset.Name, column.Name, sought, cancellationToken);
        return new KnownValues(known.ToImmutable());
    }

    private async Task<ImmutableHashSet<string>> FindAsync(string dataset, string column, ImmutableArray<SqlExpression> sought, CancellationToken cancellationToken)
    {
        var value = new SqlExpression.Column(Rows, column);
        var select = new SqlSelect
        {
            Columns = [new SqlColumn(value, column)],
            From = new SqlSource.Table(dataset, Rows),
            Where = new SqlExpression.Call(SqlFunction.In, [value, .. sought]),
            GroupBy = [value],
        };
        var frame = await warehouse.QueryAsync(SqlRenderer.Render(select, warehouse.Dialect), [new ResultColumn(column, ResultKind.Text)], cancellationToken);
        return [.. Enumerable.Range(0, frame.Count).Select(row => (string)frame[column][row]!)];
    }
}
