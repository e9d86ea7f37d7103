using System.Globalization;
using System.Text.RegularExpressions;
using Kelvin.Language;

namespace Kelvin.Calendars.Ranges;

/// <summary>
/// Reads ranges as people write them: <c>2025</c>, <c>2025-Q2</c>, <c>2025-03</c>, <c>2025-W10</c>,
/// <c>2025-03-14</c>, <c>2025-01..2025-03</c> (the end included), <c>all</c>, and relative words of every language of the
/// product: <c>this month to date</c>, <c>last 8 weeks</c>, <c>förra månaden</c>, <c>senaste 8 veckorna</c>. With a calendar
/// also its own periods: <c>this sprint</c>, <c>last 4 retail.quarters</c>, <c>Sprint 14</c>, <c>retail Q1 2025</c>.
/// </summary>
public static partial class RangeText
{
    /// <summary>The years that are understood: beyond them a slip of the finger is likelier than a wish.</summary>
    private const int FirstYear = 1900, LastYear = 2199;

    /// <summary>The range, or an issue of code <c>calendar.*</c> saying what would be accepted.</summary>
    /// <param name="text">What a person wrote.</param>
    /// <param name="calendar">The workspace's, whose own periods are known then.</param>
    public static Checked<RangeExpression> Parse(string text, Calendar? calendar = null)
    {
        var written = PhraseBook.Normalise(text);
        var place = PhraseBook.Whole(text);
        if (RangePhrases.Find(written) is { } phrase)
            return Checked<RangeExpression>.Sound(phrase);
        if (RangePhrases.Latest(written) is { } latest)
            return Latest(latest, text, place);
        if (calendar is not null && !FixedForm().IsMatch(written) && CustomPhrases.Parse(written, text, place, calendar) is { } other)
            return other;
        var ends = RangePhrases.Ends(written);
        return ends is null ? Fixed(written, text, place) : Between(ends.Value.From, ends.Value.Through, text, place);
    }

    internal static Checked<RangeExpression> Latest((string Count, Grain Grain) latest, string text, Place place)
    {
        var most = Longest(latest.Grain);
        return int.TryParse(latest.Count, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= 1 && count <= most
            ? Checked<RangeExpression>.Sound(new RangeExpression.Latest(count, latest.Grain))
            : Fault("calendar.range-count", text, place, ("most", most));
    }

    /// <summary>A hundred years of each; a year of hours; of a workspace's own periods as many as a century has months.</summary>
    internal static int Longest(Grain grain) =>
        grain == Grain.Hour ? 366 * 24
        : grain == Grain.Day ? 36_525
        : grain == Grain.Week ? 5_218
        : grain == Grain.Month ? 1_200
        : grain == Grain.Quarter ? 400
        : grain == Grain.Year ? 100
        : 1_200;

    private static Checked<RangeExpression> Between(string from, string through, string text, Place place)
    {
        var (first, last) = (Fixed(from, from, place), Fixed(through, through, place));
        if (!first.IsSound || !last.IsSound)
            return Checked<RangeExpression>.Faulty([.. first.Issues, .. last.Issues]);
        var utc = Calendar.Gregorian(TimeZoneInfo.Utc);
        return last.Value.Pin(utc, default, null).End <= first.Value.Pin(utc, default, null).Start
            ? Fault("calendar.range-backwards", text, place, ("from", first.Value.ToString()), ("through", last.Value.ToString()))
            : Checked<RangeExpression>.Sound(new RangeExpression.Between(first.Value, last.Value));
    }

    private static Checked<RangeExpression> Fixed(string written, string text, Place place)
    {
        var match = FixedForm().Match(written);
        if (!match.Success)
            return Fault("calendar.range-unknown", text, place, ("nearest", RangePhrases.Nearest(written)));
        var year = Number(match, "year");
        if (year is < FirstYear or > LastYear)
            return Fault("calendar.range-year", text, place, ("first", Plain(FirstYear)), ("last", Plain(LastYear)));
        return match.Groups["quarter"].Success ? Checked<RangeExpression>.Sound(new RangeExpression.OneQuarter(year, Number(match, "quarter")))
            : match.Groups["week"].Success ? Week(year, Number(match, "week"), text, place)
            : match.Groups["month"].Success ? MonthOrDay(year, Number(match, "month"), match, text, place)
            : Checked<RangeExpression>.Sound(new RangeExpression.OneYear(year));
    }

    private static Checked<RangeExpression> Week(int year, int week, string text, Place place)
    {
        var last = ISOWeek.GetWeeksInYear(year);
        return week >= 1 && week <= last
            ? Checked<RangeExpression>.Sound(new RangeExpression.OneWeek(year, week))
            : Fault("calendar.range-week", text, place, ("year", Plain(year)), ("last", last));
    }

    private static Checked<RangeExpression> MonthOrDay(int year, int month, Match match, string text, Place place)
    {
        if (month is < 1 or > 12)
            return Fault("calendar.range-month", text, place);
        if (!match.Groups["day"].Success)
            return Checked<RangeExpression>.Sound(new RangeExpression.OneMonth(year, month));
        var (day, last) = (Number(match, "day"), DateTime.DaysInMonth(year, month));
        return day >= 1 && day <= last
            ? Checked<RangeExpression>.Sound(new RangeExpression.OneDay(new DateOnly(year, month, day)))
            : Fault("calendar.range-day", text, place, ("month", $"{Plain(year)}-{month:00}"), ("last", last));
    }

    internal static Checked<RangeExpression> Fault(string code, string text, Place place, params ReadOnlySpan<(string, object?)> arguments) =>
        Checked<RangeExpression>.Faulty(Issue.At(place, code, [("written", text.Trim()), .. arguments]));

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    /// <summary>A year or the like, which is written without separators.</summary>
    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<year>[0-9]{4})(-?(q|k|kv)(?<quarter>[1-4])|-?[wv](?<week>[0-9]{1,2})|-(?<month>[0-9]{1,2})(-(?<day>[0-9]{1,2}))?)?$")]
    private static partial Regex FixedForm();
}
