using System.Collections.Immutable;
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
        Count(text, core, isPoint, isComma, isPoint ? point.ToString() : "", isComma ? comma.ToString() : "");
    }

    /// <summary>Values that are another number with the other mark, read with this one.</summary>
    public ImmutableArray<ReadSample> Samples(string column, char mark) =>
        [.. _telling.Select(sample => new ReadSample(column, sample.Written, null, mark == ',' ? sample.Comma : sample.Point))];

    private void Count(ReadOnlySpan<char> text, ReadOnlySpan<char> core, bool isPoint, bool isComma, string point, string comma)
    {
        if (core.IndexOfAny('.', ',') < 0)
            _plain++;
        else if (isPoint && isComma && point == comma)
            _plain++;
        else if (isPoint && isComma)
        {
            Marks = Marks with { Either = Marks.Either + 1 };
            if (_telling.Count < Shown)
                _telling.Add((text.ToString(), point, comma));
        }
        else
            Marks = isComma ? Marks with { Comma = Marks.Comma + 1 } : Marks with { Point = Marks.Point + 1 };
    }
}
