using System.Globalization;

namespace Kelvin.Formulas.Evaluating;

/// <summary>Values of one row, compared and combined.</summary>
internal static class RowValues
{
    /// <summary>Known values of one kind, least first.</summary>
    public static IComparer<object?> Ascending { get; } = Comparer<object?>.Create((left, right) => Compare(left!, right!));

    public static double Binary(object number) => Convert.ToDouble(number, CultureInfo.InvariantCulture);

    /// <summary>Exact where both are, and where the result still fits.</summary>
    public static object Combine(object left, object right, Func<decimal, decimal, decimal> exact, Func<double, double, double> binary)
    {
        if (left is decimal one && right is decimal other)
            try
            {
                return exact(one, other);
            }
            catch (OverflowException)
            {
                return binary((double)one, (double)other);
            }
        return binary(Binary(left), Binary(right));
    }

    /// <summary>The order of two known values of one kind; texts by their characters' numbers, as in engines.</summary>
    public static int Compare(object left, object right) => (left, right) switch
    {
        (string one, string other) => string.CompareOrdinal(one, other),
        (bool one, bool other) => one.CompareTo(other),
        (DateOnly one, DateOnly other) => one.CompareTo(other),
        (DateTime one, DateTime other) => one.CompareTo(other),
        (decimal one, decimal other) => one.CompareTo(other),
        _ => Binary(left).CompareTo(Binary(right)),
    };
}
