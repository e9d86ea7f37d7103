namespace Kelvin.Loading.Text;

/// <summary>
/// Counts of numbers that can only be read with one decimal mark. <c>1,5</c> tells comma, <c>1.5</c> point;
/// <c>1,234</c> tells nothing, and neither does <c>1.234</c>.
/// </summary>
public readonly record struct DecimalMarks(long Comma, long Point)
{
    /// <summary>The mark of the file: the one that some numbers prove and none disproves; else the point.</summary>
    public char Mark => Comma > 0 && Point == 0 ? ',' : '.';

    /// <summary>Whether any number proves the mark.</summary>
    public bool IsProven => Comma > 0 != Point > 0;

    /// <summary>The counts with one more number.</summary>
    public DecimalMarks With(ReadOnlySpan<byte> number)
    {
        var comma = number.LastIndexOf((byte)',');
        var point = number.LastIndexOf((byte)'.');
        if (comma < 0 && point < 0)
            return this;
        var last = Math.Max(comma, point);
        var isComma = comma > point;
        var other = isComma ? point : comma;
        var digitsAfter = number.Length - last - 1;
        var appearsOnce = number.IndexOf(number[last]) == last;
        // Two kinds of mark, or a lone mark that cannot stand before a group of three digits.
        var proves = appearsOnce && (other >= 0 || digitsAfter != 3 || last > 3 || last == 0 || number[0] == '0');
        return !proves ? this : isComma ? this with { Comma = Comma + 1 } : this with { Point = Point + 1 };
    }
}
