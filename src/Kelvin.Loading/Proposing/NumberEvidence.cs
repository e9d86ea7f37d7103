using System.Collections.Immutable;
using System.Text;
using Kelvin.Loading.Text;
using Kelvin.Loading.Values;

namespace Kelvin.Loading.Proposing;

/// <summary>What the values of a column say as numbers, with the point and with the comma as decimal mark.</summary>
internal sealed class NumberEvidence
{
    private const int Shown = 3;
    private readonly Dictionary<string, long> _signs = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Written, string Point, string Comma)> _telling = [];
    private long _plain;
    private int _pointDecimals, _commaDecimals;

    /// <summary>Values that are a number with the comma alone, with the point alone, or another number with each.</summary>
    public (long Comma, long Point, long Either) Marks { get; private set; }

    /// <summary>Values with a percent sign.</summary>
    public long Percents { get; private set; }

    /// <summary>Values with a zero before other whole digits, as codes have.</summary>
    public long Codes { get; private set; }

    /// <summary>Most digits before the mark.</summary>
    public int Whole { get; private set; }

    /// <summary>Values that are 0 or 1.</summary>
    public long Bits { get; private set; }

    /// <summary>The sign or code of currency that values have, the one that most have.</summary>
    public string? Currency => _signs.Count == 0 ? null : _signs.MaxBy(pair => pair.Value).Key;

    /// <summary>Values that are numbers with this mark.</summary>
    public long Fitting(char mark) => _plain + Marks.Either + (mark == ',' ? Marks.Comma : Marks.Point);

    /// <summary>Most decimals with this mark.</summary>
    public int Decimals(char mark) => mark == ',' ? _commaDecimals : _pointDecimals;

    /// <summary>Takes in a number written with digits and perhaps a point; the comma as mark makes its point part thousands.</summary>
    public void Add(ReadOnlySpan<byte> field, in PlainNumber number)
    {
        if (number.Decimals == 3 && number.Whole <= 3)
        {
            // What it is with the comma is told by the one who reads numbers, not here too.
            Span<char> text = stackalloc char[field.Length];
            Add(text[..Encoding.UTF8.GetChars(field, text)]);
            return;
        }
        if (number.Whole > 1 && field[0] == '0')
            Codes++;
        if (number.Length == 1 && field is [(byte)'0' or (byte)'1'])
            Bits++;
        var digits = field[0] == '-' ? field[1..] : field;
        var whole = number.Whole - (digits[0] != '0' ? 0 : digits[..number.Whole].IndexOfAnyExcept((byte)'0') is var zeros and >= 0 ? zeros : number.Whole);
        Whole = Math.Max(Whole, whole);
        _pointDecimals = Math.Max(_pointDecimals, number.Needed);
        if (number.Decimals == 0)
            _plain++;
        else
            Marks = Marks with { Point = Marks.Point + 1 };
    }

    public void Add(ReadOnlySpan<char> text)
    {
        var percent = text is [.., '%'];
        var core = CurrencySigns.Remove(percent ? text[..^1].TrimEnd() : text, out var sign);
        if (sign is not null && !CurrencySigns.IsKnown(sign))
            return;
        var isScientific = core.IndexOfAny('e', 'E') is > 0 and var at && int.TryParse(core[(at + 1)..], out _);
        if (isScientific)
            core = core[..core.IndexOfAny('e', 'E')];
        var isPoint = NumberText.TryRead(core, '.', true, out var point) == NumberFault.None;
        var isComma = NumberText.TryRead(core, ',', true, out var comma) == NumberFault.None;
        if (!isPoint && !isComma)
            return;
        if (sign is not null)
            _signs[sign] = _signs.GetValueOrDefault(sign) + 1;
        Percents += percent ? 1 : 0;
        if (core.Length > 1 && core[0] == '0' && char.IsAsciiDigit(core[1]))
            Codes++;
        Bits += core is "0" or "1" ? 1 : 0;
        // An exponent moves the mark; such a number takes what room it needs.
        var more = isScientific ? 4 : 0;
        if (isPoint)
            (_pointDecimals, Whole) = (Math.Max(_pointDecimals, point.Decimals.Length + more), Math.Max(Whole, point.Whole.Length));
        if (isComma)
            _commaDecimals = Math.Max(_commaDecimals, comma.Decimals.Length + more);
        if (core.IndexOfAny('.', ',') < 0 || isPoint && isComma && point.Is(comma))
            _plain++;
        else if (isPoint && isComma)
        {
            Marks = Marks with { Either = Marks.Either + 1 };
            if (_telling.Count < Shown)
                _telling.Add((text.ToString(), point.ToString(), comma.ToString()));
        }
        else
            Marks = isComma ? Marks with { Comma = Marks.Comma + 1 } : Marks with { Point = Marks.Point + 1 };
    }

    /// <summary>Takes in what later values say.</summary>
    public void Join(NumberEvidence later)
    {
        foreach (var (sign, count) in later._signs)
            _signs[sign] = _signs.GetValueOrDefault(sign) + count;
        _telling.AddRange(later._telling.Take(Shown - _telling.Count));
        _plain += later._plain;
        Marks = (Marks.Comma + later.Marks.Comma, Marks.Point + later.Marks.Point, Marks.Either + later.Marks.Either);
        (Percents, Codes, Bits) = (Percents + later.Percents, Codes + later.Codes, Bits + later.Bits);
        (Whole, _pointDecimals, _commaDecimals) =
            (Math.Max(Whole, later.Whole), Math.Max(_pointDecimals, later._pointDecimals), Math.Max(_commaDecimals, later._commaDecimals));
    }

    /// <summary>Values that are another number with the other mark, read with this one.</summary>
    public ImmutableArray<ReadSample> Samples(string column, char mark) =>
        [.. _telling.Select(sample => new ReadSample(column, sample.Written, null, mark == ',' ? sample.Comma : sample.Point))];
}
