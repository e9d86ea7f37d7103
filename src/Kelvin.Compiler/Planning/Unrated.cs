using Kelvin.Catalog;
using Kelvin.Formulas;

namespace Kelvin.Compiler.Planning;

/// <summary>Tells the rows that lack an exchange rate and nothing else; rates behind a computed column of a linked dataset are not seen.</summary>
internal static class Unrated
{
    /// <summary>That a value would be known if rates were; null where it asks for none.</summary>
    public static RowExpression? In(RowExpression value, Dataset dataset)
    {
        var written = Spelt(value, dataset);
        var rated = written.Replace(inner => inner is RowExpression.Rate rate ? new RowExpression.Constant(1m, rate.Type) : null);
        return rated.Equals(written) ? null : new RowExpression.Call(RowFunction.And, [Known(rated), Not(Known(written))], DataType.Boolean);
    }

    /// <summary>Columns computed from the dataset's own, in place of their names.</summary>
    private static RowExpression Spelt(RowExpression value, Dataset dataset) => value.Replace(inner =>
        inner is RowExpression.Column { Path: { Links.IsEmpty: true, Column: var name } } && dataset.Find(name)?.Computed is { } computed ? Spelt(computed, dataset) : null);

    private static RowExpression.Call Known(RowExpression value) => new(RowFunction.IsKnown, [value], DataType.Boolean);

    private static RowExpression.Call Not(RowExpression condition) => new(RowFunction.Not, [condition], DataType.Boolean);
}
