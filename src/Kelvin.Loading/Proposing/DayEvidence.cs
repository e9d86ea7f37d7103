using System.Collections.Immutable;

namespace Kelvin.Loading.Proposing;

/// <summary>What the values of a column say of the way in which their days are written.</summary>
internal sealed class DayEvidence
{
    private const int Shown = 3;
    private static readonly DayOrder[] Orders = [DayOrder.YearMonthDay, DayOrder.DayMonthYear, DayOrder.MonthDayYear, DayOrder.YearDayMonth];
    private readonly long[] _fits = new long[Orders.Length];
    private readonly List<(string Written, WrittenDay Day)> _telling = [];
    private readonly Dictionary<string, long> _times = new(StringComparer.Ordinal);
    private readonly Dictionary<(char Sign, WrittenYear Year), long> _forms = [];
    private bool _isShort;

    /// <summary>Values that have the form of a day.</summary>
    public long Count { get; private set; }

    /// <summary>Whether any has a time of day that is not midnight.</summary>
    public bool HasTimes { get; private set; }

    public void Add(ReadOnlySpan<char> text, in WrittenDay day)
    {
        Count++;
        HasTimes |= !day.IsMidnight;
        _isShort |= day.IsShort;
        _times[day.Time] = _times.GetValueOrDefault(day.Time) + 1;
        _forms[(day.Sign, day.Year)] = _forms.GetValueOrDefault((day.Sign, day.Year)) + 1;
        foreach (var order in Orders)
            if (day.In(order) is not null)
                _fits[(int)order]++;
        if (_telling.Count < Shown && IsTelling(day))
            _telling.Add((text.ToString(), day));
    }

    /// <summary>How many values are a day in this order.</summary>
    public long Fitting(DayOrder order) => _fits[(int)order];

    /// <summary>The orders in which the most values are days, the commoner ones first; a year first and then a day is only taken where no other will do.</summary>
    public ImmutableArray<DayOrder> Best()
    {
        var most = _fits.Max();
        var best = Orders.Where(order => most > 0 && _fits[(int)order] == most).ToList();
        return best.Count > 1 && best.Remove(DayOrder.YearDayMonth) && best is [DayOrder.YearMonthDay] ? [DayOrder.YearMonthDay] : [.. best];
    }

    /// <summary>Whether the values are days as they are read without a format being said: the year first.</summary>
    public bool IsUsual(DayOrder order) => order == DayOrder.YearMonthDay && Form().Year == WrittenYear.FirstOfFour;

    /// <summary>The format of the days in this order, in the form that most have; with their time of day where it is to be read.</summary>
    public string Format(DayOrder order, bool withTime)
    {
        var (sign, year) = Form();
        var (d, m, y) = (_isShort ? "d" : "dd", _isShort ? "M" : "MM", year == WrittenYear.OfTwo ? "yy" : "yyyy");
        var between = sign switch { '\0' => "", '/' => "/", _ => sign.ToString() };
        var day = order switch
        {
            DayOrder.YearMonthDay => $"{y}{between}{m}{between}{d}",
            DayOrder.YearDayMonth => $"{y}{between}{d}{between}{m}",
            DayOrder.DayMonthYear => $"{d}{between}{m}{between}{y}",
            _ => $"{m}{between}{d}{between}{y}",
        };
        return withTime ? day + Time() : day;
    }

    /// <summary>The form of time that most have; hours of one digit where any has, for then those of two are read too.</summary>
    private string Time()
    {
        var usual = _times.MaxBy(pair => pair.Value).Key;
        var loose = usual.Replace("HH", "H", StringComparison.Ordinal);
        return _times.ContainsKey(loose) ? loose : usual;
    }

    /// <summary>Whether any value has a time of day, be it midnight.</summary>
    public bool HasTimeOfDay => _times.Keys.Any(time => time.Length > 0);

    /// <summary>Values that are another day in another order, read in this one.</summary>
    public ImmutableArray<ReadSample> Samples(string column, DayOrder order) =>
        [.. _telling.Select(sample => new ReadSample(column, sample.Written, sample.Day.In(order), null))];

    private static bool IsTelling(WrittenDay day) =>
        Orders.Select(order => day.In(order)).Where(read => read is not null).Distinct().Count() > 1;

    private (char Sign, WrittenYear Year) Form() => _forms.MaxBy(pair => pair.Value).Key;
}
