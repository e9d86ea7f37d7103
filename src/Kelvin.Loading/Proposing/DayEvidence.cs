using System.Collections.Immutable;

namespace Kelvin.Loading.Proposing;

/// <summary>What the values of a column say of the way in which their days are written.</summary>
internal sealed class DayEvidence
{
    private const int Shown = 3;
    private static readonly DayOrder[] Orders = [DayOrder.YearMonthDay, DayOrder.DayMonthYear, DayOrder.MonthDayYear, DayOrder.YearDayMonth];
    private readonly long[] _fits = new long[Orders.Length];
    private readonly List<(string Written, WrittenDay Day)> _telling = [];
    private readonly Tally<WrittenTime> _times = new();
    private readonly Tally<(char Sign, WrittenYear Year)> _forms = new();
    private bool _isShort;

    /// <summary>Values that have the form of a day.</summary>
    public long Count { get; private set; }

    /// <summary>Whether any has a time of day that is not midnight.</summary>
    public bool HasTimes { get; private set; }

    public void Add(in WrittenDay day)
    {
        Note(day);
        foreach (var order in Orders)
            if (day.In(order) is not null)
                _fits[(int)order]++;
    }

    /// <summary>Takes in a day that there is with its year first, of four digits: only the order of the others is to be seen.</summary>
    public void AddPlain(in WrittenDay day)
    {
        Note(day);
        _fits[(int)DayOrder.YearMonthDay]++;
        if (day.Third <= 12 && day.In(DayOrder.YearDayMonth) is not null)
            _fits[(int)DayOrder.YearDayMonth]++;
    }

    private void Note(in WrittenDay day)
    {
        Count++;
        HasTimes |= !day.IsMidnight;
        _isShort |= day.IsShort;
        _times.Add(day.Time);
        _forms.Add((day.Sign, day.Year));
    }

    /// <summary>Whether a day is one to show to a person who must say which order is right.</summary>
    public bool IsWorthShowing(in WrittenDay day) => _telling.Count < Shown && IsTelling(day);

    /// <summary>Keeps a day to show.</summary>
    public void Show(ReadOnlySpan<char> text, in WrittenDay day) => _telling.Add((text.ToString(), day));

    /// <summary>Takes in what later values say.</summary>
    public void Join(DayEvidence later)
    {
        Count += later.Count;
        HasTimes |= later.HasTimes;
        _isShort |= later._isShort;
        _times.Join(later._times);
        _forms.Join(later._forms);
        for (var order = 0; order < _fits.Length; order++)
            _fits[order] += later._fits[order];
        _telling.AddRange(later._telling.Take(Shown - _telling.Count));
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
        var usual = _times.Usual;
        var loose = usual with { Hours = WrittenHours.OneDigit };
        return (usual.Hours == WrittenHours.TwoDigits && _times.Counts.ContainsKey(loose) ? loose : usual).Format;
    }

    /// <summary>Whether any value has a time of day, be it midnight.</summary>
    public bool HasTimeOfDay => _times.Counts.Keys.Any(time => time != WrittenTime.None);

    /// <summary>Values that are another day in another order, read in this one.</summary>
    public ImmutableArray<ReadSample> Samples(string column, DayOrder order) =>
        [.. _telling.Select(sample => new ReadSample(column, sample.Written, sample.Day.In(order), null))];

    private static bool IsTelling(in WrittenDay day)
    {
        DateOnly? first = null;
        foreach (var order in Orders)
            if (day.In(order) is { } read && (first ??= read) != read)
                return true;
        return false;
    }

    private (char Sign, WrittenYear Year) Form() => _forms.Usual;
}
