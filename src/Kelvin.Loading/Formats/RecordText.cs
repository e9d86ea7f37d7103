using System.Buffers;
using System.Globalization;
using System.Text;

namespace Kelvin.Loading.Formats;

/// <summary>Writes records of values as separated text in UTF-8, in the one way that is read back as the same values.</summary>
/// <param name="decimalMark">The mark in numbers with decimals, that of the texts in the same file.</param>
public sealed class RecordText(char decimalMark)
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");
    private readonly ArrayBufferWriter<byte> _bytes = new(1 << 16);
    private bool _isFirst = true;

    /// <summary>What is written since it was last cleared.</summary>
    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    /// <summary>Forgets what is written.</summary>
    public void Clear() => _bytes.ResetWrittenCount();

    /// <summary>Ends the record.</summary>
    public void End()
    {
        _bytes.Write("\n"u8);
        _isFirst = true;
    }

    /// <summary>A missing value.</summary>
    public void Missing() => Separate();

    /// <summary>Text, in quotes where it must be.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        Separate();
        // A blank at an end stays when the field is quoted, whoever reads it.
        if (!text.ContainsAny(Special))
        {
            Encoding.UTF8.GetBytes(text, _bytes);
            return;
        }
        _bytes.Write("\""u8);
        for (var at = text.IndexOf('"'); at >= 0; at = text.IndexOf('"'))
        {
            Encoding.UTF8.GetBytes(text[..(at + 1)], _bytes);
            _bytes.Write("\""u8);
            text = text[(at + 1)..];
        }
        Encoding.UTF8.GetBytes(text, _bytes);
        _bytes.Write("\""u8);
    }

    /// <summary>A number written with a decimal point.</summary>
    public void Number(string number) => Text(decimalMark == '.' ? number : number.Replace('.', decimalMark));

    /// <summary>A true or false.</summary>
    public void Truth(bool value) => Text(value ? "true" : "false");

    /// <summary>A moment without a zone: a day where it is midnight.</summary>
    public void Moment(DateTime value) => Text(value.ToString(
        value.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : value.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd HH:mm:ss.FFFFFFF",
        CultureInfo.InvariantCulture));

    /// <summary>An instant.</summary>
    public void Instant(DateTime utc) => Text(utc.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));

    private void Separate()
    {
        if (!_isFirst)
            _bytes.Write(","u8);
        _isFirst = false;
    }
}
