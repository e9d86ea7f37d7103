using System.Globalization;
using Kelvin.Catalog;
using Kelvin.Formulas;

namespace Kelvin.Entries.Values;

/// <summary>A value of a cell as it is kept: one text for one value, the same in every language. Missing is null.</summary>
internal static class CellValue
{
    /// <summary>The text of a decimal, double, string, bool, DateOnly or DateTime (UTC); null when missing.</summary>
    public static string? Write(object? value) => value switch
    {
        null => null,
        decimal exact => (exact == 0 ? 0 : exact).ToString("0.############################", CultureInfo.InvariantCulture),
        double binary => binary.ToString("R", CultureInfo.InvariantCulture),
        bool truth => truth ? "true" : "false",
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        DateTime moment => DateTime.SpecifyKind(moment, DateTimeKind.Utc).ToString("O", CultureInfo.InvariantCulture),
        _ => (string)value,
    };

    /// <summary>The value of a column's type again; null when missing or when it cannot be the column's, whose type may have changed.</summary>
    public static object? Read(string? text, Column column) => text is null ? null : column.Type.Kind switch
    {
        ValueKind.Text => text,
        ValueKind.Boolean => text switch { "true" => true, "false" => false, _ => null },
        ValueKind.Date => DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
        ValueKind.Timestamp => DateTime.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment) ? moment : null,
        _ when column.Decimals is null => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var binary) && double.IsFinite(binary) ? binary : null,
        _ => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) ? exact : null,
    };
}
