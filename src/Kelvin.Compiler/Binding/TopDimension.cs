using System.Collections.Immutable;
using Kelvin.Formulas;
using Kelvin.Language;

namespace Kelvin.Compiler.Binding;

/// <summary>Keeps the top groups of a dimension apart and puts all others together.</summary>
public static class TopDimension
{
    /// <summary>The question that finds the top groups.</summary>
    public static MetricQuery Finding(MetricQuery query, TopGroups top) => query with
    {
        Metrics = [top.By],
        By = [query.By.FirstOrDefault(written => NamedFormula.Read(written).Name == NameOf(query, top), "")],
        Grain = null,
        FurtherGrains = [],
        Compare = null,
        Fill = false,
        Top = null,
        Shares = false,
        Ranks = false,
        Order = [new SortKey(NamedFormula.Read(top.By).Name, Descending: true)],
        Limit = top.Count,
    };

    /// <summary>The name of the dimension whose groups are meant.</summary>
    public static string NameOf(MetricQuery query, TopGroups top) =>
        top.Of ?? (query.By.IsEmpty ? "" : NamedFormula.Read(query.By[0]).Name);

    /// <summary>
    /// The question with these groups of the dimension apart. Beside its column is one that tells the group of all others, since
    /// a group without a value can be among the top.
    /// </summary>
    public static BoundQuery Apart(BoundQuery query, TopGroups top, IReadOnlyCollection<object?> values)
    {
        var name = NameOf(query.Query, top);
        var index = query.Dimensions.ToList().FindIndex(dimension => dimension.Name == name);
        var dimension = query.Dimensions[index];
        var others = TopGroups.OthersColumn(name);
        return query with
        {
            Dimensions = query.Dimensions
                .SetItem(index, dimension with { Values = Each(dimension, value => Case(value, values, value, null)) })
                .Insert(index + 1, new BoundDimension(others, DataType.Boolean, LocalText.Same(others), Each(dimension, value => Case(value, values, Truth(false), Truth(true))))),
        };
    }

    private static ImmutableDictionary<RowSource, RowExpression> Each(BoundDimension dimension, Func<RowExpression, RowExpression> change) =>
        dimension.Values.ToImmutableDictionary(pair => pair.Key, pair => change(pair.Value));

    private static RowExpression.Case Case(RowExpression value, IReadOnlyCollection<object?> values, RowExpression then, RowExpression? otherwise) =>
        new([new RowExpression.CaseBranch(IsOneOf(value, values), then)], otherwise, then.Type);

    private static RowExpression IsOneOf(RowExpression value, IReadOnlyCollection<object?> values)
    {
        ImmutableArray<RowExpression> known = [.. values.OfType<object>().Select(one => new RowExpression.Constant(one, value.Type))];
        RowExpression isKnown = new RowExpression.Call(RowFunction.IsKnown, [value], DataType.Boolean);
        RowExpression? named = known.IsEmpty ? null : new RowExpression.Call(RowFunction.In, [value, .. known], DataType.Boolean);
        RowExpression? missing = values.Contains(null) ? new RowExpression.Call(RowFunction.Not, [isKnown], DataType.Boolean) : null;
        return (named, missing) switch
        {
            ({ } one, { } other) => new RowExpression.Call(RowFunction.Or, [one, other], DataType.Boolean),
            (null, null) => Truth(false),
            _ => (named ?? missing)!,
        };
    }

    private static RowExpression.Constant Truth(bool value) => new(value, DataType.Boolean);
}
