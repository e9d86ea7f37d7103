using System.Globalization;

namespace Kelvin.Calendars;

/// <summary>A way to move days along the calendar; it never changes the order of two days.</summary>
internal abstract record DayShift
{
    private DayShift()
    {
    }

    /// <summary>The day moved; one that does not exist there becomes the last that does.</summary>
    public abstract DateOnly Move(DateOnly day);

    /// <summary>Whether the day it is moved to is the very same day of its month or week year, not a stand-in.</summary>
    public virtual bool IsExact(DateOnly day) => true;

    /// <summary>By a number of days: keeps the weekday when it is a multiple of seven.</summary>
    public sealed record Days(int Count) : DayShift
    {
        /// <inheritdoc />
        public override DateOnly Move(DateOnly day) => day.AddDays(Count);
    }

    /// <summary>By months: keeps the day of the month, 31 becoming the month's last.</summary>
    public sealed record Months(int Count) : DayShift
    {
        /// <inheritdoc />
        public override DateOnly Move(DateOnly day) => day.AddMonths(Count);

        /// <inheritdoc />
        public override bool IsExact(DateOnly day) => Move(day).Day == day.Day;
    }

    /// <summary>By ISO week years: keeps week number and weekday, week 53 becoming the year's last.</summary>
    public sealed record WeekYears(int Count) : DayShift
    {
        /// <inheritdoc />
        public override DateOnly Move(DateOnly day)
        {
            var (year, week) = (ISOWeek.GetYear(day) + Count, ISOWeek.GetWeekOfYear(day));
            return DateOnly.FromDateTime(ISOWeek.ToDateTime(year, Math.Min(week, ISOWeek.GetWeeksInYear(year)), day.DayOfWeek));
        }

        /// <inheritdoc />
        public override bool IsExact(DateOnly day) => ISOWeek.GetWeekOfYear(Move(day)) == ISOWeek.GetWeekOfYear(day);
    }
}
