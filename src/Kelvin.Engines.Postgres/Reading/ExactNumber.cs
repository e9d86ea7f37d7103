using System.Globalization;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Engines.Postgres.Reading;

/// <summary>
/// Reads the server's exact numbers, which have any number of digits, as ours, which hold 96 bits and at most 28 decimals. They are
/// asked for as text, because the driver rounds some that do not fit.
/// </summary>
internal static class ExactNumber
{
    private const int MostDecimals = 28;

    /// <summary>The number; null for one that is infinite or not a number.</summary>
    /// <exception cref="WarehouseException">It has more digits than can be kept exactly.</exception>
    public static decimal? From(string written)
    {
        if (!char.IsAsciiDigit(written[^1]))
            return null;
        if (written.Contains('e', StringComparison.Ordinal))
            return (decimal)double.Parse(written, CultureInfo.InvariantCulture);
        var text = Fitting(written);
        if (text.Length - text.IndexOf('.') - 1 is var decimals && text.Contains('.') && decimals > MostDecimals
            || !decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            || number.ToString(CultureInfo.InvariantCulture) != text)
            throw new WarehouseException($"The number {written} has more digits than can be kept exactly.");
        return number;
    }

    /// <summary>Without the zeros at its end where it would have too many digits with them.</summary>
    private static string Fitting(string written) =>
        written.Length > MostDecimals && written.Contains('.', StringComparison.Ordinal) ? written.TrimEnd('0').TrimEnd('.') : written;
}
