using Kelvin.Catalog;
using Kelvin.Formulas;

namespace Kelvin.Compiler.Lowering;

/// <summary>
/// Tells which row expressions are exact numbers, and how many digits they need. A product that needs more digits than
/// engines keep exactly (38) is worked out in binary floating point instead of failing on some row.
/// </summary>
internal sealed class Exactness(MetricCatalog catalog)
{
    /// <summary>Most digits that every engine keeps exactly.</summary>
    public const int MostDigits = 38;

    /// <summary>Digits of a sum: what a decimal of ours holds, so that nothing is lost by not allowing more.</summary>
    private const int SumDigits = 28;

    /// <summary>Digits and decimals of an expression's values, or null when it is not an exact number.</summary>
    public (int Digits, int Decimals)? Of(RowExpression expression, Dataset dataset) => expression switch
    {
        { Type.Kind: not ValueKind.Number } => null,
        RowExpression.Constant { Value: decimal value } => DigitsOf(value),
        RowExpression.Column column => Of(column.Path, dataset),
        RowExpression.RolledUp rolled => Of(rolled.Of),
        RowExpression.Case choice => Widest([.. choice.Branches.Select(branch => branch.Then), .. choice.Otherwise is null ? [] : (RowExpression[])[choice.Otherwise]], dataset),
        RowExpression.Rate rate => rate.By.ToColumn is null && !RateLowering.IsTurned(rate) ? Of(ColumnPath.Own(rate.By.Rate), catalog.Datasets[rate.By.Dataset]) : null,
        RowExpression.Call call => Of(call, dataset),
        _ => null,
    };

    /// <summary>Digits and decimals of a constant.</summary>
    public static (int Digits, int Decimals) DigitsOf(decimal value)
    {
        var decimals = value.Scale;
        var whole = decimal.Truncate(Math.Abs(value)).ToString(System.Globalization.CultureInfo.InvariantCulture).Length;
        return (whole + decimals, decimals);
    }

    private (int Digits, int Decimals)? Of(ColumnPath path, Dataset dataset)
    {
        var end = catalog.Follow(dataset, path.Links);
        var column = end.Find(path.Column)!;
        if (column.Computed is { } computed)
            return Of(computed, end);
        return column.Decimals is { } decimals ? (decimals == 0 ? 19 : Math.Max(18, decimals + 9), decimals) : null;
    }

    private (int Digits, int Decimals)? Of(MetricExpression.Aggregate aggregate) => aggregate.Kind switch
    {
        AggregateKind.Count or AggregateKind.Distinct => (19, 0),
        AggregateKind.Sum or AggregateKind.Min or AggregateKind.Max or AggregateKind.First or AggregateKind.Last or AggregateKind.PercentileDiscrete =>
            Of(aggregate.Value!, catalog.Datasets[aggregate.Dataset]) is { } value
                ? (aggregate.Kind == AggregateKind.Sum ? Math.Max(SumDigits, value.Digits) : value.Digits, value.Decimals)
                : null,
        _ => null,
    };

    private (int Digits, int Decimals)? Of(RowExpression.Call call, Dataset dataset) => call.Function switch
    {
        RowFunction.Multiply => Product(Of(call.Arguments[0], dataset), Of(call.Arguments[1], dataset)),
        RowFunction.Add or RowFunction.Subtract => Widest(call.Arguments, dataset) is { } sum ? (Math.Min(MostDigits, sum.Digits + 1), sum.Decimals) : null,
        RowFunction.Negate or RowFunction.Absolute or RowFunction.Round or RowFunction.Floor or RowFunction.Ceiling => Of(call.Arguments[0], dataset),
        RowFunction.Least or RowFunction.Greatest or RowFunction.Coalesce => Widest(call.Arguments, dataset),
        RowFunction.Year or RowFunction.QuarterOfYear or RowFunction.Month or RowFunction.Week or RowFunction.DayOfMonth
            or RowFunction.DayOfYear or RowFunction.MonthsBetween or RowFunction.Weekday or RowFunction.HourOfTimestamp or RowFunction.DaysBetweenDates or RowFunction.Length => (19, 0),
        _ => null,
    };

    private static (int Digits, int Decimals)? Product((int Digits, int Decimals)? left, (int Digits, int Decimals)? right) =>
        left is { } one && right is { } other && one.Digits + other.Digits <= MostDigits
            ? (one.Digits + other.Digits, one.Decimals + other.Decimals)
            : null;

    private (int Digits, int Decimals)? Widest(IReadOnlyList<RowExpression> expressions, Dataset dataset)
    {
        (int Whole, int Decimals) widest = (1, 0);
        foreach (var expression in expressions)
        {
            if (Of(expression, dataset) is not { } one)
                return null;
            widest = (Math.Max(widest.Whole, one.Digits - one.Decimals), Math.Max(widest.Decimals, one.Decimals));
        }
        return (Math.Min(MostDigits, widest.Whole + widest.Decimals), widest.Decimals);
    }
}
