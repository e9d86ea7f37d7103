using System.Globalization;
using Kelvin.Calendars.Custom;
using Kelvin.Calendars.WorkDays;

namespace Kelvin.Calendars;

/// <summary>A way to move days along the calendar; it never changes the order of two days.</summary>
internal abstract record DayShift
{
    private DayShift()
    {
    }

    /// <summary>The day moved; one that does not exist there becomes the last that does.</summary>
    public abstract DateOnly Move(DateOnly day);

    /// <summary>Where a stretch that starts with this day starts when it is moved: with a whole period where it starts with one.</summary>
    public virtual DateOnly MoveStart(DateOnly day) => Move(day);

    /// <summary>The excluded end of a moved stretch of whole days.</summary>
    /// <param name="start">The stretch's first day.</param>
    /// <param name="end">The first day after it.</param>
    public virtual DateOnly MoveEnd(DateOnly start, DateOnly end) =>
        end.Day == 1 && start.Day == 1 ? Move(end) : Move(end.AddDays(-1)).AddDays(1);

    /// <summary>Whether there is anything where the day would be moved to; else it must not be moved.</summary>
    public virtual bool Reaches(DateOnly day) => true;

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

    /// <summary>
    /// By periods of a workspace's calendar: keeps the place in the period, counted in days from its start; a place beyond the
    /// other's end becomes its last day, and so does a day in a gap after the period.
    /// </summary>
    public sealed record Periods(CustomGrain Step, int Count) : DayShift
    {
        /// <inheritdoc />
        public override DateOnly Move(DateOnly day)
        {
            var (from, to) = Ends(day)!.Value;
            var moved = to.Start.AddDays(day.DayNumber - from.Start.DayNumber);
            return moved < to.End ? moved : to.End.AddDays(-1);
        }

        /// <summary>Whole periods end with whole periods, whatever their lengths.</summary>
        public override DateOnly MoveEnd(DateOnly start, DateOnly end)
        {
            var (from, to) = Ends(end.AddDays(-1))!.Value;
            return from.End == end ? to.End : Move(end.AddDays(-1)).AddDays(1);
        }

        /// <inheritdoc />
        public override bool Reaches(DateOnly day) => Step.Periods.NumberOf(day) is not null && Ends(day) is not null;

        /// <inheritdoc />
        public override bool IsExact(DateOnly day) =>
            Reaches(day) && Ends(day) is { } ends && day.DayNumber - ends.From.Start.DayNumber < ends.To.Days;

        private (DateRange From, DateRange To)? Ends(DateOnly day)
        {
            var number = Step.Periods.LastStartedBy(day);
            return Step.Periods.At(number) is { } from && Step.Periods.At(number + Count) is { } to ? (from, to) : null;
        }
    }

    /// <summary>
    /// By months, keeping the number of the working day within its month: the third becomes the third. A free day stands
    /// with the working day before it; a number beyond the other month's last becomes that month's last day.
    /// </summary>
    public sealed record WorkingDayNumbers(WorkingDays Working, int ByMonths) : DayShift
    {
        /// <inheritdoc />
        public override DateOnly Move(DateOnly day)
        {
            var first = FirstOfMonth(day);
            var (number, to) = (Working.Count(first.AddDays(-1), day), first.AddMonths(ByMonths));
            return number == 0 ? to : Working.Between(to, to.AddMonths(1)).Skip(number - 1).FirstOrDefault(to.AddMonths(1).AddDays(-1));
        }

        /// <inheritdoc />
        public override DateOnly MoveStart(DateOnly day) => day.Day == 1 ? day.AddMonths(ByMonths) : Move(day);

        /// <summary>Whole months stay whole.</summary>
        public override DateOnly MoveEnd(DateOnly start, DateOnly end) =>
            end.Day == 1 ? end.AddMonths(ByMonths) : Move(end.AddDays(-1)).AddDays(1);

        /// <summary>Only working days have a counterpart, and only where the other month has as many.</summary>
        public override bool IsExact(DateOnly day) => Working.IsWorkingDay(day) && Working.IsWorkingDay(Move(day))
            && Working.Count(FirstOfMonth(day).AddDays(-1), day) == Working.Count(FirstOfMonth(Move(day)).AddDays(-1), Move(day));

        private static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);
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
