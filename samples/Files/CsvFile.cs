using System.Globalization;

namespace Kelvin.Samples.Files;

/// <summary>A file of rows, written field by field as they come. No value here contains a separator or a quote.</summary>
internal sealed class CsvFile : IDisposable
{
    private readonly StreamWriter _out;
    private readonly CsvStyle _style;
    private readonly NumberFormatInfo _numbers;
    private bool _inRow;

    public CsvFile(string path, CsvStyle style, params string[] names)
    {
        _style = style;
        _numbers = new NumberFormatInfo { NumberDecimalSeparator = style.DecimalMark.ToString() };
        _out = new StreamWriter(path, append: false, style.Encoding, bufferSize: 1 << 16) { NewLine = "\n" };
        foreach (var name in names)
            Add(name);
        EndRow();
    }

    public CsvFile Add(string? text)
    {
        Separate();
        _out.Write(text);
        return this;
    }

    public CsvFile Add(long number)
    {
        Separate();
        Write(number, default);
        return this;
    }

    public CsvFile Add(decimal amount)
    {
        Separate();
        Write(amount, "0.00");
        return this;
    }

    public CsvFile Add(DateOnly? day)
    {
        Separate();
        if (day is { } known)
            Write(known, _style.Dates);
        return this;
    }

    /// <summary>Local time in Sweden without an offset, as shop systems write it.</summary>
    public CsvFile Add(DateTime? moment)
    {
        Separate();
        if (moment is { } known)
            Write(known, "yyyy-MM-dd HH:mm:ss");
        return this;
    }

    public void EndRow()
    {
        _out.WriteLine();
        _inRow = false;
    }

    public void Dispose() => _out.Dispose();

    private void Separate()
    {
        if (_inRow)
            _out.Write(_style.Separator);
        _inRow = true;
    }

    private void Write<T>(T value, ReadOnlySpan<char> format)
        where T : ISpanFormattable
    {
        Span<char> buffer = stackalloc char[32];
        IFormatProvider provider = value is decimal ? _numbers : CultureInfo.InvariantCulture;
        value.TryFormat(buffer, out var length, format, provider);
        _out.Write(buffer[..length]);
    }
}
