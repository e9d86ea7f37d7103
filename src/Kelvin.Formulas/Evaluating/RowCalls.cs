namespace Kelvin.Formulas.Evaluating;

/// <summary>Functions and operators of the row level, worked out in memory.</summary>
internal static class RowCalls
{
    public static bool Knows(RowFunction function) => function is
        RowFunction.Add or RowFunction.Subtract or RowFunction.Multiply or RowFunction.Divide or RowFunction.Negate or RowFunction.Absolute
        or RowFunction.Round or RowFunction.Floor or RowFunction.Ceiling or RowFunction.Least or RowFunction.Greatest
        or RowFunction.Equal or RowFunction.NotEqual or RowFunction.Less or RowFunction.LessOrEqual or RowFunction.Greater or RowFunction.GreaterOrEqual
        or RowFunction.And or RowFunction.Or or RowFunction.Not or RowFunction.In or RowFunction.IsKnown or RowFunction.Coalesce
        or RowFunction.Lower or RowFunction.Upper or RowFunction.Trim or RowFunction.Length
        or RowFunction.Year or RowFunction.Month or RowFunction.DayOfMonth or RowFunction.DaysBetweenDates;

    public static object? Of(RowFunction function, object?[] given) => function switch
    {
        RowFunction.IsKnown => given[0] is not null,
        RowFunction.Coalesce => given.FirstOrDefault(value => value is not null),
        RowFunction.And => given.Contains(false) ? false : given.Contains(null) ? null : true,
        RowFunction.Or => given.Contains(true) ? true : given.Contains(null) ? null : false,
        RowFunction.Least => given.Where(value => value is not null).Order(RowValues.Ascending).FirstOrDefault(),
        RowFunction.Greatest => given.Where(value => value is not null).OrderDescending(RowValues.Ascending).FirstOrDefault(),
        RowFunction.In => given[0] is null ? null : Among(given[0]!, given[1..]),
        _ => given.Contains(null) ? null : OfKnown(function, given!),
    };

    private static bool? Among(object value, object?[] others) =>
        others.Any(other => other is not null && RowValues.Compare(value, other) == 0) ? true : others.Contains(null) ? null : false;

    private static object? OfKnown(RowFunction function, object[] given) => function switch
    {
        RowFunction.Add => RowValues.Combine(given[0], given[1], decimal.Add, (left, right) => left + right),
        RowFunction.Subtract => RowValues.Combine(given[0], given[1], decimal.Subtract, (left, right) => left - right),
        RowFunction.Multiply => RowValues.Combine(given[0], given[1], decimal.Multiply, (left, right) => left * right),
        RowFunction.Divide => RowValues.Binary(given[1]) is 0 ? null : RowValues.Binary(given[0]) / RowValues.Binary(given[1]),
        RowFunction.Negate => given[0] is decimal exact ? -exact : -RowValues.Binary(given[0]),
        RowFunction.Absolute => given[0] is decimal exact ? Math.Abs(exact) : Math.Abs(RowValues.Binary(given[0])),
        RowFunction.Round => Rounded(given[0], (int)RowValues.Binary(given[1])),
        RowFunction.Floor => given[0] is decimal exact ? Math.Floor(exact) : Math.Floor(RowValues.Binary(given[0])),
        RowFunction.Ceiling => given[0] is decimal exact ? Math.Ceiling(exact) : Math.Ceiling(RowValues.Binary(given[0])),
        RowFunction.Equal => RowValues.Compare(given[0], given[1]) == 0,
        RowFunction.NotEqual => RowValues.Compare(given[0], given[1]) != 0,
        RowFunction.Less => RowValues.Compare(given[0], given[1]) < 0,
        RowFunction.LessOrEqual => RowValues.Compare(given[0], given[1]) <= 0,
        RowFunction.Greater => RowValues.Compare(given[0], given[1]) > 0,
        RowFunction.GreaterOrEqual => RowValues.Compare(given[0], given[1]) >= 0,
        RowFunction.Not => !(bool)given[0],
        RowFunction.Lower => ((string)given[0]).ToLowerInvariant(),
        RowFunction.Upper => ((string)given[0]).ToUpperInvariant(),
        RowFunction.Trim => ((string)given[0]).Trim(),
        RowFunction.Length => (decimal)((string)given[0]).Length,
        RowFunction.Year => (decimal)((DateOnly)given[0]).Year,
        RowFunction.Month => (decimal)((DateOnly)given[0]).Month,
        RowFunction.DayOfMonth => (decimal)((DateOnly)given[0]).Day,
        RowFunction.DaysBetweenDates => (decimal)(((DateOnly)given[1]).DayNumber - ((DateOnly)given[0]).DayNumber),
        _ => throw new InvalidOperationException($"No value for {function}."),
    };

    /// <summary>Half away from zero; to tens and hundreds with a negative number of decimals.</summary>
    private static object Rounded(object value, int decimals)
    {
        if (decimals < 0)
        {
            var step = (decimal)Math.Pow(10, Math.Min(-decimals, 27));
            return value is decimal whole ? Math.Round(whole / step, MidpointRounding.AwayFromZero) * step : Math.Round(RowValues.Binary(value) / (double)step, MidpointRounding.AwayFromZero) * (double)step;
        }
        return value is decimal exact
            ? Math.Round(exact, Math.Min(decimals, 28), MidpointRounding.AwayFromZero)
            : Math.Round(RowValues.Binary(value), Math.Min(decimals, 15), MidpointRounding.AwayFromZero);
    }
}
