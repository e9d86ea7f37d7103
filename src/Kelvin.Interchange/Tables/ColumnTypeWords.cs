using System.Text.RegularExpressions;
using Kelvin.Formulas;

namespace Kelvin.Interchange.Tables;

/// <summary>A warehouse's type in the words of our definitions.</summary>
internal static partial class ColumnTypeWords
{
    private const int MostDecimals = 18;

    /// <summary>The type, or null when the warehouse's word is not known.</summary>
    public static (string Words, ValueKind Kind)? Of(string warehouseType)
    {
        var match = Parts().Match(warehouseType.Trim().ToUpperInvariant());
        var word = match.Groups["word"].Value;
        return word switch
        {
            "STRING" or "TEXT" or "VARCHAR" or "CHAR" or "CHARACTER" or "NVARCHAR" or "BPCHAR" or "UUID" or "ENUM" => ("text", ValueKind.Text),
            "INT" or "INTEGER" or "BIGINT" or "SMALLINT" or "TINYINT" or "HUGEINT" or "INT64" or "INT32" or "INT8" or "INT4" or "INT2" => ("integer", ValueKind.Number),
            "FLOAT" or "DOUBLE" or "REAL" or "FLOAT64" or "FLOAT8" or "FLOAT4" => ("number", ValueKind.Number),
            "DECIMAL" or "NUMERIC" or "NUMBER" or "BIGNUMERIC" => (Decimal(match), ValueKind.Number),
            "BOOLEAN" or "BOOL" => ("boolean", ValueKind.Boolean),
            "DATE" => ("date", ValueKind.Date),
            "TIME" or "TIMESTAMP" or "DATETIME" or "TIMESTAMPTZ" or "TIMESTAMP_NTZ" or "TIMESTAMP_LTZ" or "TIMESTAMP_TZ" => ("timestamp", ValueKind.Timestamp),
            _ => null,
        };
    }

    private static string Decimal(Match match) => match.Groups["scale"] is { Success: true, Value: var scale }
        ? scale == "0" ? "integer" : int.Parse(scale, System.Globalization.CultureInfo.InvariantCulture) > MostDecimals ? "number" : $"number with {scale} decimals"
        : match.Groups["size"].Success ? "integer" : "number";

    [GeneratedRegex(@"^(?<word>[A-Z_0-9]+)(?:\s*\(\s*(?<size>\d+)\s*(?:,\s*(?<scale>\d+)\s*)?\))?")]
    private static partial Regex Parts();
}
