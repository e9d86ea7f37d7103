using System.Globalization;
using Kelvin.Catalog;
using Kelvin.Formulas;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Engines.Writing;

/// <summary>Finds the rows of a batch that no dataset of its definition could take, whatever else is in it.</summary>
internal static class RowCheck
{
    private const int ExactDigits = 18;
    private const int ShortDecimals = 4;

    /// <summary>The sound rows, and those that are refused.</summary>
    public static (List<int> Sound, List<RefusedRow> Refused) Check(RowBatch batch)
    {
        var (sound, refused) = (new List<int>(batch.Rows.Count), new List<RefusedRow>());
        var columns = Needed(batch).Select(column => (Column: column, Values: batch.Rows.Find(column.Name), IsRequired: batch.Dataset.Requires(column))).ToList();
        var seen = new Dictionary<RowKey, int>();
        for (var row = 0; row < batch.Rows.Count; row++)
        {
            var fault = columns.Select(one => FaultOf(one.Column, one.Values?[row], one.IsRequired)).FirstOrDefault(found => found is not null) ?? KeyFault(batch, row, seen);
            if (fault is null)
                sound.Add(row);
            else
                refused.Add(new RefusedRow(row, fault));
        }
        return (sound, refused);
    }

    /// <summary>The columns whose values are written.</summary>
    public static IEnumerable<Column> Needed(RowBatch batch) => batch.Dataset.Columns.Where(column =>
        column.IsStored && (batch.Mode != LoadMode.Remove || batch.Dataset.RowKey.Contains(column.Name)));

    private static Issue? KeyFault(RowBatch batch, int row, Dictionary<RowKey, int> seen)
    {
        if (batch.Dataset.RowKey.IsEmpty)
            return null;
        var key = RowKey.Of(batch.Dataset, batch.Rows, row);
        return seen.TryAdd(key, row)
            ? null
            : Issue.At(null, "rows.key-twice", ("column", string.Join(", ", batch.Dataset.RowKey)), ("value", key.Text), ("row", seen[key] + 1));
    }

    private static Issue? FaultOf(Column column, object? value, bool isRequired) => value switch
    {
        null when isRequired => Issue.At(null, "rows.value-missing", ("column", column.Name)),
        string text when text.Contains('\0', StringComparison.Ordinal) => Issue.At(null, "rows.null-character", ("column", column.Name)),
        decimal number when !Fits(column, number) => NotFitting(column, number),
        double number when column.Decimals is not null && !Fits(column, number) => NotFitting(column, number),
        _ => null,
    };

    private static Issue NotFitting(Column column, object value) =>
        Issue.At(null, "import.not-fitting", ("column", column.Name), ("value", Convert.ToString(value, CultureInfo.InvariantCulture)));

    private static bool Fits(Column column, double number) => Math.Abs(number) < (double)decimal.MaxValue && Fits(column, (decimal)number);

    /// <summary>Whether an exact column keeps a number digit by digit.</summary>
    private static bool Fits(Column column, decimal number) => column switch
    {
        { Type.Kind: not ValueKind.Number } or { Decimals: null } => true,
        { Decimals: 0 } => decimal.Truncate(number) == number && number is >= long.MinValue and <= long.MaxValue,
        { Decimals: { } decimals } => (decimals > 28 || decimal.Round(number, decimals) == number)
            && (decimals > ShortDecimals || Math.Abs(number) < Power(ExactDigits - decimals)),
    };

    private static decimal Power(int digits)
    {
        var power = 1m;
        for (var digit = 0; digit < digits; digit++)
            power *= 10;
        return power;
    }
}
