using System.Globalization;

namespace Kelvin.Calendars.Ranges;

/// <summary>
/// A range of time as a person asks for it, fixed (<c>2025-Q2</c>) or relative to now (<c>last 8 weeks</c>).
/// Printing gives canonical English that reads back as the same expression.
/// </summary>
public abstract record RangeExpression
{
    private RangeExpression()
    {
    }

    /// <summary>The absolute stretch it stands for.</summary>
    /// <param name="calendar">Decides where days, weeks and years begin.</param>
    /// <param name="now">The moment to which relative ranges refer.</param>
    /// <param name="dataExtent">From the first to the last moment that has data; null when there is none. Only <see cref="Everything"/> reads it.</param>
    /// <returns>A period of a calendar grain where it is exactly one, else with grain <see cref="Grain.Range"/>.</returns>
    public abstract Period Pin(Calendar calendar, DateTimeOffset now, Period? dataExtent);

    private protected static string Text(FormattableString text) => FormattableString.Invariant(text);

    /// <summary>All days that have data; today when none has.</summary>
    public sealed record Everything : RangeExpression
    {
        /// <inheritdoc />
        public override Period Pin(Calendar calendar, DateTimeOffset now, Period? dataExtent)
        {
            if (dataExtent is not { IsEmpty: false } extent)
                return calendar.PeriodOf(Grain.Day, now);
            return calendar.Range(calendar.DayOf(extent.Start), calendar.DayOf(extent.End.AddTicks(-1)).AddDays(1));
        }

        /// <inheritdoc />
        public override string ToString() => "all";
    }

    /// <summary>A year of the calendar, by its name.</summary>
    public sealed record OneYear(int Year) : RangeExpression
    {
        /// <inheritdoc />
        public override Period Pin(Calendar calendar, DateTimeOffset now, Period? dataExtent) => calendar.Year(Year);

        /// <inheritdoc />
        public override string ToString() => Text($"{Year:0000}");
    }

    /// <summary>A quarter of a year of the calendar.</summary>
    public sealed record OneQuarter(int Year, int Quarter) : RangeExpression
    {
        /// <inheritdoc />
        public override Period Pin(Calendar calendar, DateTimeOffset now, Period? dataExtent) => calendar.Quarter(Year, Quarter);

        /// <inheritdoc />
        public override string ToString() => Text($"{Year:0000}-Q{Quarter}");
    }

    /// <summary>A month.</summary>
    public sealed record OneMonth(int Year, int Month) : RangeExpression
    {
        /// <inheritdoc />
        public override Period Pin(Calendar calendar, DateTimeOffset now, Period? dataExtent) => calendar.Month(Year, Month);

        /// <inheritdoc />
        public override string ToString() => Text($"{Year:0000}-{Month:00}");
    }

    /// <summary>An ISO week.</summary>
    public sealed record OneWeek(int Year, int Week) : RangeExpression
    {
        /// <inheritdoc />
        public override Period Pin(Calendar calendar, DateTimeOffset now, Period? dataExtent) => calendar.Week(Year, Week);

        /// <inheritdoc />
        public override string ToString() => Text($"{Year:0000}-W{Week:00}");
    }

    /// <summary>A local day.</summary>
    public sealed record OneDay(DateOnly Day) : RangeExpression
    {
        /// <inheritdoc />
        public override Period Pin(Calendar calendar, DateTimeOffset now, Period? dataExtent) => calendar.DayPeriod(Day);

        /// <inheritdoc />
        public override string ToString() => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    /// <summary>From the start of one to the end of another: both are included, as people mean it.</summary>
    public sealed record Between(RangeExpression From, RangeExpression Through) : RangeExpression
    {
        /// <summary>Empty when a fiscal calendar puts the end before the start.</summary>
        public override Period Pin(Calendar calendar, DateTimeOffset now, Period? dataExtent)
        {
            var (start, end) = (From.Pin(calendar, now, dataExtent).Start, Through.Pin(calendar, now, dataExtent).End);
            return new Period(Grain.Range, start, end < start ? start : end);
        }

        /// <inheritdoc />
        public override string ToString() => $"{From}..{Through}";
    }

    /// <summary>The period that holds now, the one before it or the one after it.</summary>
    /// <param name="Steps">0 this, −1 last, 1 next.</param>
    /// <param name="Grain">Day to year.</param>
    public sealed record Around(int Steps, Grain Grain) : RangeExpression
    {
        /// <inheritdoc />
        public override Period Pin(Calendar calendar, DateTimeOffset now, Period? dataExtent) =>
            calendar.Move(calendar.PeriodOf(Grain, now), Steps);

        /// <inheritdoc />
        public override string ToString() =>
            Grain == Grain.Day ? (Steps < 0 ? "yesterday" : Steps > 0 ? "tomorrow" : "today")
            : $"{(Steps < 0 ? "last" : Steps > 0 ? "next" : "this")} {Grain}";
    }

    /// <summary>From the start of the period that holds now through today: whole days.</summary>
    public sealed record ToDate(Grain Grain) : RangeExpression
    {
        /// <inheritdoc />
        public override Period Pin(Calendar calendar, DateTimeOffset now, Period? dataExtent) =>
            new(Grain.Range, calendar.PeriodOf(Grain, now).Start, calendar.PeriodOf(Grain.Day, now).End);

        /// <inheritdoc />
        public override string ToString() => $"this {Grain} to date";
    }

    /// <summary>The last so many finished periods, up to the one that holds now.</summary>
    public sealed record Latest(int Count, Grain Grain) : RangeExpression
    {
        /// <inheritdoc />
        public override Period Pin(Calendar calendar, DateTimeOffset now, Period? dataExtent)
        {
            var current = calendar.PeriodOf(Grain, now);
            return new Period(Grain.Range, calendar.Move(current, -Count).Start, current.Start);
        }

        /// <inheritdoc />
        public override string ToString() => $"last {new CalendarSpan(Count, Grain)}";
    }
}
