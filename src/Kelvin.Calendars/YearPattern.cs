using System.Globalization;

namespace Kelvin.Calendars;

/// <summary>
/// How a calendar cuts days into weeks, months, quarters and years: pure dates, no zone. A calendar with another
/// pattern (4-4-5, sprints, a table) is another case here; nothing else knows how days are cut.
/// </summary>
internal abstract record YearPattern
{
    private YearPattern()
    {
    }

    /// <summary>The period of this grain that holds the day.</summary>
    public abstract DateRange Cut(Grain grain, DateOnly day);

    /// <summary>The year of this number.</summary>
    public abstract DateRange Year(int number);

    /// <summary>The quarter of the year of this number, counted from 1.</summary>
    public abstract DateRange Quarter(int year, int quarter);

    /// <summary>Number of the year that holds the day.</summary>
    public abstract int YearOf(DateOnly day);

    /// <summary>Number of the quarter that holds the day, from 1 at the year's start.</summary>
    public abstract int QuarterOf(DateOnly day);

    /// <summary>Ordinary months, with years that start in any of them. Named by the year in which it ends.</summary>
    public sealed record Months(int FirstMonth) : YearPattern
    {
        /// <inheritdoc />
        public override string ToString() => FirstMonth == 1 ? "calendar years" : $"years from month {FirstMonth}";

        /// <inheritdoc />
        public override DateRange Cut(Grain grain, DateOnly day)
        {
            if (grain == Grain.Day)
                return new DateRange(day, day.AddDays(1));
            if (grain == Grain.Week)
            {
                var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
                return new DateRange(monday, monday.AddDays(7));
            }
            var months = grain == Grain.Month ? 1
                : grain == Grain.Quarter ? 3
                : grain == Grain.Year ? 12
                : throw new ArgumentException($"This calendar has no {grain}.", nameof(grain));
            var start = new DateOnly(day.Year, day.Month, 1).AddMonths(-(MonthInYear(day) % months));
            return new DateRange(start, start.AddMonths(months));
        }

        /// <inheritdoc />
        public override DateRange Year(int number)
        {
            var start = new DateOnly(FirstMonth == 1 ? number : number - 1, FirstMonth, 1);
            return new DateRange(start, start.AddYears(1));
        }

        /// <inheritdoc />
        public override DateRange Quarter(int year, int quarter)
        {
            var start = Year(year).Start.AddMonths(3 * (quarter - 1));
            return new DateRange(start, start.AddMonths(3));
        }

        /// <inheritdoc />
        public override int YearOf(DateOnly day) =>
            FirstMonth > 1 && day.Month >= FirstMonth ? day.Year + 1 : day.Year;

        /// <inheritdoc />
        public override int QuarterOf(DateOnly day) => MonthInYear(day) / 3 + 1;

        private int MonthInYear(DateOnly day) => (day.Month - FirstMonth + 12) % 12;
    }

    /// <summary>Monday of an ISO week.</summary>
    public static DateRange Week(int year, int week)
    {
        var monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
        return new DateRange(monday, monday.AddDays(7));
    }
}
