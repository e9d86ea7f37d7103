using System.Collections.Immutable;
using Kelvin.Formulas.Syntax;

namespace Kelvin.Formulas.Checking.Rows;

/// <summary>What a path of a row leads to: the row of a dataset with this key, or a value of a column.</summary>
/// <param name="Dataset">The dataset that is led to, or that has the column.</param>
/// <param name="Columns">Its key, or the column; compared by value.</param>
/// <param name="Values">Where the row has their values, in the same order, as near as can be: at a link's own columns and not at its end.</param>
internal sealed record KeyPath(DatasetSymbol Dataset, ImmutableArray<string> Columns, ImmutableArray<ColumnPath> Values)
{
    /// <summary>What a written path leads to from a row of a dataset; null when an issue was reported.</summary>
    public static KeyPath? Of(Formula.Name name, DatasetSymbol rows, Findings findings)
    {
        var resolution = new NameResolution(findings, rows, null);
        if (resolution.Follow(name, name.Parts.Length - 1) is not var (at, links))
            return null;
        var last = name.Parts[^1];
        if (at.Link(last) is not null || (at.Find(last) is null && findings.Scope.Dataset(last) is not null))
        {
            if (resolution.Follow(name, name.Parts.Length) is not var (to, way))
                return null;
            if (!to.Key.IsEmpty)
                return To(to, to.Key, way, rows, findings.Scope);
            findings.Report(name, "formula.dataset-as-value", ("name", to.Name), ("example", to.Columns.IsEmpty ? null : $"{to.Name}.{to.Columns[0].Name}"));
            return null;
        }
        return resolution.Resolve(name) is { Path: var path } ? To(at, [path.Column], links, rows, findings.Scope) : null;
    }

    /// <summary>Columns of a dataset at the end of a way.</summary>
    public static KeyPath To(DatasetSymbol dataset, ImmutableArray<string> columns, ImmutableArray<string> way, DatasetSymbol rows, IFormulaScope scope) =>
        new(dataset, columns, [.. columns.Select(column => Near(way, column, rows, scope))]);

    /// <summary>Whether another path leads to the same.</summary>
    public bool MeansTheSameAs(KeyPath other) => Dataset.Name == other.Dataset.Name && Columns.SequenceEqual(other.Columns);

    private static ColumnPath Near(ImmutableArray<string> way, string column, DatasetSymbol rows, IFormulaScope scope)
    {
        if (way.IsEmpty)
            return new ColumnPath([], column);
        var at = way[..^1].Aggregate(rows, (dataset, step) => scope.Dataset(dataset.Link(step)!.To)!);
        var link = at.Link(way[^1])!;
        var keys = link.Keys.IsEmpty ? scope.Dataset(link.To)!.Key : link.Keys;
        return keys.IndexOf(column) is var index and >= 0
            ? Near(way[..^1], link.Columns[index], rows, scope)
            : new ColumnPath(way, column);
    }
}
