using System.Globalization;
using Kelvin.Language;

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

    /// <summary>The kind of period in which it is asked for, such as the weeks of <c>last 8 weeks</c>; null when it names none.</summary>
    public virtual Grain? AskedIn => null;

    /// <summary>Why the calendar has no such period: an issue where a table has none around this moment, else null.</summary>
    public Issue? Beyond(Calendar calendar, DateTimeOffset now) =>
        AskedIn is { } grain && calendar.Others.Find(grain) is { } && Pin(calendar, now, null).IsEmpty
            ? Issue.At(null, "calendar.no-period", ("range", ToString()), ("grain", grain.Name), ("day", calendar.DayOf(now).ToString("O", CultureInfo.InvariantCulture)))
            : null;

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
    /// <param name="Grain">Day to year, or one of a workspace's calendar.</param>
    public sealed record Around(int Steps, Grain Grain) : RangeExpression
    {
        /// <inheritdoc />
        public override Period Pin(Calendar calendar, DateTimeOffset now, Period? dataExtent) => calendar.Around(Grain, now, Steps);

        /// <inheritdoc />
        public override Grain? AskedIn => Grain;

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
            calendar.Around(Grain, now, 0) is { IsEmpty: false } current
                ? new Period(Grain.Range, current.Start, calendar.PeriodOf(Grain.Day, now).End)
                : Calendar.Nothing(now);

        /// <inheritdoc />
        public override Grain? AskedIn => Grain;

        /// <inheritdoc />
        public override string ToString() => $"this {Grain} to date";
    }

    /// <summary>A period of a workspace's calendar by its name, such as <c>Sprint 14</c>.</summary>
    /// <param name="Grain">Its grain.</param>
    /// <param name="Number">Its number among the calendar's.</param>
    /// <param name="Calendar">Name of the calendar.</param>
    /// <param name="Name">What it is called.</param>
    public sealed record OneNamed(Grain Grain, int Number, string Calendar, string Name) : RangeExpression
    {
        /// <inheritdoc />
        public override Period Pin(Calendar calendar, DateTimeOffset now, Period? dataExtent) =>
            calendar.Others.Find(Grain) is { } grain && calendar.Numbered(grain, Number) is { } period ? period : Calendars.Calendar.Nothing(now);

        /// <inheritdoc />
        public override Grain? AskedIn => Grain;

        /// <inheritdoc />
        public override string ToString() => $"{Calendar} {Name}";
    }

    /// <summary>The last so many finished periods, up to the one that holds now.</summary>
    public sealed record Latest(int Count, Grain Grain) : RangeExpression
    {
        /// <inheritdoc />
        public override Period Pin(Calendar calendar, DateTimeOffset now, Period? dataExtent) => calendar.Latest(Grain, now, Count);

        /// <inheritdoc />
        public override Grain? AskedIn => Grain;

        /// <inheritdoc />
        public override string ToString() => $"last {new CalendarSpan(Count, Grain)}";
    }
}
