using System.Globalization;
using ExcelDataReader;

namespace Kelvin.Loading.Formats;

/// <summary>
/// The rows of a sheet, empty ones too, so that a row has the number that the sheet gives it. Numbers are kept as Excel shows them, to
/// 15 digits: what lies behind is the noise of binary floating point.
/// </summary>
internal sealed record SheetRows(string Sheet, FileLimits Limits) : ITypedRows
{
    public long FirstNumber => 1;

    public IRowCursor Open(TableBytes bytes)
    {
        var workbook = Workbooks.Open(bytes, Limits);
        try
        {
            while (workbook.Name != Sheet)
                if (!workbook.NextResult())
                    throw UnusableFileException.With("import.file-changed", ("file", bytes.Name));
            if (workbook.FieldCount > Limits.Columns)
                throw UnusableFileException.With("import.too-many-columns", ("file", bytes.Name), ("count", workbook.FieldCount), ("limit", Limits.Columns));
            return new Cursor(workbook, bytes.Name, Limits);
        }
        catch
        {
            workbook.Dispose();
            throw;
        }
    }

    /// <summary>The number formats of a column's cells that hold numbers, by column, the first rows only: they tell money and percent.</summary>
    public IReadOnlyDictionary<int, string> NumberFormats(TableBytes bytes, int rows)
    {
        using var workbook = Workbooks.Open(bytes, Limits);
        while (workbook.Name != Sheet && workbook.NextResult())
        {
        }
        var formats = new Dictionary<int, string>();
        for (var row = 0; row < rows && workbook.Read(); row++)
            for (var column = 0; column < workbook.FieldCount; column++)
                if (workbook.GetValue(column) is double && workbook.GetNumberFormatString(column) is { } format && format != "General")
                    formats.TryAdd(column, format);
        return formats;
    }

    private sealed class Cursor(IExcelDataReader workbook, string name, FileLimits limits) : IRowCursor
    {
        private int _rows;

        public bool WriteNext(RecordText target)
        {
            if (!TryRead())
                return false;
            if (++_rows > limits.SheetRows)
                throw UnusableFileException.With("import.too-many-rows", ("file", name), ("limit", limits.SheetRows));
            for (var column = 0; column < workbook.FieldCount; column++)
                Write(workbook.GetValue(column), target);
            target.End();
            return true;
        }

        public void Dispose() => workbook.Dispose();

        private bool TryRead()
        {
            try
            {
                return workbook.Read();
            }
            catch (Exception broken) when (broken is not IOException and not OutOfMemoryException)
            {
                throw UnusableFileException.With("import.broken-workbook", ("file", name));
            }
        }

        private static void Write(object? value, RecordText target)
        {
            switch (value)
            {
                case null:
                    target.Missing();
                    break;
                case double number:
                    target.Number(TextOf(number));
                    break;
                case int whole:
                    target.Number(whole.ToString(CultureInfo.InvariantCulture));
                    break;
                case bool truth:
                    target.Truth(truth);
                    break;
                case DateTime moment:
                    target.Moment(moment);
                    break;
                case TimeSpan time:
                    target.Text(time.ToString("c", CultureInfo.InvariantCulture));
                    break;
                default:
                    target.Text(Convert.ToString(value, CultureInfo.InvariantCulture));
                    break;
            }
        }

        // The conversion to decimal rounds to 15 digits.
        private static string TextOf(double number) => number == 0 || Math.Abs(number) is >= 1e-10 and < 1e28
            ? ((decimal)number).ToString(CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture);
    }
}
