using Kelvin.Language;

namespace Kelvin.Calendars.Custom;

/// <summary>
/// The periods of one grain of a workspace's calendar, numbered in order of time: pure days, no zone. They never overlap;
/// only listed ones may leave gaps or come to an end.
/// </summary>
internal abstract record PeriodSequence
{
    /// <summary>Days that every zone can reckon with; before and after them there are no periods.</summary>
    protected static readonly DateOnly Earliest = new(2, 1, 1), Latest = new(9998, 1, 1);

    /// <summary>The least number that a period can have.</summary>
    public virtual int First => int.MinValue;

    /// <summary>How many make up a year of their calendar, whatever the year; null when that differs or there are no years.</summary>
    public virtual int? PerYear => null;

    /// <summary>How arithmetic finds them; null where they differ in length or come to an end.</summary>
    public virtual EqualPeriods? Equal => null;

    /// <summary>Number of the last period that has started by the day; one less than <see cref="First"/> when none has.</summary>
    public abstract int LastStartedBy(DateOnly day);

    /// <summary>The days of the period of this number, or null when there is none.</summary>
    public abstract DateRange? At(int number);

    /// <summary>The period's name in full, such as <c>Q1 2025/26</c>.</summary>
    public abstract string Name(int number, Tongue tongue);

    /// <summary>The period's name as short as an axis allows, such as <c>Q1</c>.</summary>
    public virtual string ShortName(int number, Tongue tongue) => Name(number, tongue);

    /// <summary>Numbers of the periods that a name may mean; to be held against their names.</summary>
    public abstract IEnumerable<int> Candidates(string name);

    /// <summary>Number of the period that holds the day, or null in a gap.</summary>
    public int? NumberOf(DateOnly day)
    {
        var number = LastStartedBy(day);
        return At(number) is { } days && day < days.End ? number : null;
    }

    /// <summary>The days without a period around a day that has none.</summary>
    public DateRange GapAround(DateOnly day)
    {
        var number = LastStartedBy(day);
        var (start, end) = (At(number)?.End ?? Earliest, At(number + 1)?.Start ?? Latest);
        return new DateRange(start < day ? start : day, end > day ? end : day.AddDays(1));
    }

    /// <summary>The numbers from those of one day to those of another.</summary>
    protected IEnumerable<int> Between(DateOnly first, DateOnly last)
    {
        for (int number = LastStartedBy(first), end = LastStartedBy(last); number <= end; number++)
            yield return number;
    }
}
