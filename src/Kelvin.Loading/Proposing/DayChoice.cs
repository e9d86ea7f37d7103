using System.Collections.Immutable;

namespace Kelvin.Loading.Proposing;

/// <summary>In which order the days of a file are written, or the question. A file has one format for all its days, and one for its moments.</summary>
/// <param name="Order">The order; null where there are no days.</param>
/// <param name="Format">Its format; null where it needs none or is open.</param>
/// <param name="Question">The question, where several orders fit all values.</param>
internal sealed record DayChoice(DayOrder? Order, string? Format, OpenQuestion? Question)
{
    private const double Mostly = 0.9;
    private static readonly ImmutableArray<DayOrder> Likelihood = [DayOrder.DayMonthYear, DayOrder.MonthDayYear, DayOrder.YearMonthDay, DayOrder.YearDayMonth];

    public static DayChoice Of(ImmutableArray<NamedEvidence> columns, string? said, bool ofMoments)
    {
        var days = columns.Where(column => IsOfDays(column, ofMoments)).ToList();
        if (days.Count == 0)
            return new DayChoice(null, null, null);
        if (said is not null)
            return new DayChoice(OrderOf(said), null, null);
        // The order in which the most columns are sound; a column that allows one alone decides for those that allow several.
        var fitting = days.Select(column => column.Evidence.Days.Best()).ToList();
        var counts = fitting.SelectMany(orders => orders).GroupBy(order => order).ToDictionary(group => group.Key, group => group.Count());
        var most = counts.Values.Max();
        // Of orders that fit alike, the year comes last more often; where it has four digits only one place fits.
        var best = counts.Where(pair => pair.Value == most).Select(pair => pair.Key)
            .OrderBy(order => Likelihood.IndexOf(order)).ToList();
        if (best.Count > 1 && best.Contains(DayOrder.YearDayMonth))
            best.Remove(DayOrder.YearDayMonth);
        var leading = days.Where(column => column.Evidence.Days.Best().Contains(best[0])).ToList();
        if (best.Count == 1)
            return new DayChoice(best[0], FormatOf(leading, best[0], ofMoments), null);
        var readings = best.Select(order => new Reading(
            leading[0].Evidence.Days.Format(order, ofMoments),
            [.. leading.SelectMany(column => column.Evidence.Days.Samples(column.Name, order)).Take(3)]));
        return new DayChoice(best[0], null, new OpenQuestion(ofMoments ? QuestionKind.Timestamps : QuestionKind.Dates, [.. readings]));
    }

    private static string? FormatOf(List<NamedEvidence> days, DayOrder order, bool ofMoments) =>
        days.All(column => column.Evidence.Days.IsUsual(order)) ? null
        : days.First(column => !column.Evidence.Days.IsUsual(order)).Evidence.Days.Format(order, ofMoments);

    private static bool IsOfDays(NamedEvidence column, bool ofMoments)
    {
        var (evidence, days) = (column.Evidence, column.Evidence.Days);
        if (evidence.Present == 0 || days.Count < Mostly * evidence.Present || days.Best().IsEmpty)
            return false;
        var areNumbers = evidence.Numbers.Fitting('.') >= Mostly * evidence.Present;
        var isMoment = days.HasTimes || days.HasTimeOfDay && !days.IsUsual(DayOrder.YearMonthDay);
        return isMoment == ofMoments && (!areNumbers || HeaderWords.AreDays(column.Name));
    }

    private static DayOrder OrderOf(string format)
    {
        var (day, month, year) = (format.IndexOf('d'), format.IndexOf('M'), format.IndexOf('y'));
        return year < day && year < month ? day < month ? DayOrder.YearDayMonth : DayOrder.YearMonthDay
            : day < month ? DayOrder.DayMonthYear : DayOrder.MonthDayYear;
    }
}
