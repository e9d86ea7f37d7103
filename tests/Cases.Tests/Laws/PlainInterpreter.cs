using System.Globalization;

namespace Cases.Tests.Laws;

/// <summary>Answers a question row by row and day by day: slow, and with nothing in common with the compiler.</summary>
internal static class PlainInterpreter
{
    /// <summary>The values of each row of the answer, by its period's first day and its dimensions.</summary>
    public static SortedDictionary<string, object?[]> Answer(PlainQuestion question, IReadOnlyList<Event> events)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(question.Zone);
        var rows = events.Where(question.Filter.Holds).ToList();
        var days = events.Select(row => row.Day(zone)).OfType<DateOnly>().Order().ToList();
        Days? range = question.Range.Days ?? (days.Count == 0 ? null : new Days(days[0], days[^1]));
        var periods = Periods(question.Grain, range, cuts: question.Range.Days is not null);
        var values = new SortedDictionary<string, object?[]>(StringComparer.Ordinal);
        Days? told = days.Count == 0 ? null : new Days(days[0], days[^1]);
        var columns = question.Metrics.Select(metric => Column(metric, question, rows, zone, periods, told)).ToList();
        var keys = columns.SelectMany(column => column.Keys).ToHashSet(StringComparer.Ordinal);
        if (question.Grain is null && question.By.IsEmpty)
            keys.Add("");
        foreach (var key in keys)
        {
            var row = question.Metrics.Select((metric, at) => columns[at].TryGetValue(key, out var value) ? value
                : metric.Window.Keep is null ? metric.Measure.Value([]) : null).ToArray();
            if (row.Any(value => value is not null))
                values[key] = row;
        }
        return values;
    }

    private static Dictionary<string, object?> Column(
        (PlainMeasure Measure, PlainWindow Window) metric, PlainQuestion question, List<Event> rows, TimeZoneInfo zone, List<Days> periods, Days? told) =>
        metric.Window.Keep is { } keep
            ? Reduced(metric.Measure, metric.Window, keep, question, rows, zone, periods, told)
            : Members(metric.Window, question, rows, zone, periods).ToDictionary(member => member.Key, member => metric.Measure.Value(member.Value));

    /// <summary>Day by day: a day without rows has what the metric is without rows, from the first day with data to the last.</summary>
    private static Dictionary<string, object?> Reduced(
        PlainMeasure measure, PlainWindow window, Func<IReadOnlyList<object>, object> keep,
        PlainQuestion question, List<Event> rows, TimeZoneInfo zone, List<Days> periods, Days? told)
    {
        var found = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var group in rows.GroupBy(row => string.Join("|", question.By.Select(name => Dimension(row, name)))))
            foreach (var period in periods)
            {
                var days = Enumerable.Range(0, period.Last.DayNumber - period.First.DayNumber + 1).Select(period.First.AddDays)
                    .Select(day => (Day: day, Rows: group.Where(row => window.Days(new(day, day)).Contains(row.Day(zone))).ToList())).ToList();
                var values = days.Where(day => day.Rows.Count > 0 || told?.Contains(day.Day) == true).Select(day => measure.Value(day.Rows)).OfType<object>().ToList();
                var key = string.Join("|", new[] { question.Grain is null ? "" : Text(period), group.Key }.Where(part => part.Length > 0));
                if (days.Any(day => day.Rows.Count > 0) && values.Count > 0)
                    found[key] = keep(values);
            }
        return found;
    }

    private static string Text(Days period) => period.First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The rows in the window of each period, by period and dimensions.</summary>
    private static Dictionary<string, List<Event>> Members(
        PlainWindow window, PlainQuestion question, List<Event> rows, TimeZoneInfo zone, List<Days> periods)
    {
        var found = new Dictionary<string, List<Event>>(StringComparer.Ordinal);
        void Add(string period, Event row)
        {
            var key = string.Join("|", new[] { period }.Concat(question.By.Select(name => Dimension(row, name))).Where(part => part.Length > 0));
            if (!found.TryGetValue(key, out var list))
                found[key] = list = [];
            list.Add(row);
        }
        foreach (var row in rows)
            foreach (var period in periods.Where(period => window.Days(period).Contains(row.Day(zone))))
                Add(question.Grain is null ? "" : Text(period), row);
        return found;
    }

    private static string Dimension(Event row, string name) => name switch
    {
        "kind" => row.Kind ?? "missing",
        "region" => row.Region ?? "missing",
        _ => row.Flag switch { true => "true", false => "false", null => "missing" },
    };

    /// <summary>The periods of everything are whole; those of a range end where it does.</summary>
    private static List<Days> Periods(string? grain, Days? range, bool cuts)
    {
        if (range is not { } days)
            return [];
        if (grain is null)
            return [days];
        var found = new List<Days>();
        for (var day = days.First; day <= days.Last; day = day.AddDays(1))
        {
            var whole = Period(grain, day);
            var period = cuts ? new Days(Later(whole.First, days.First), Earlier(whole.Last, days.Last)) : whole;
            if (!found.Contains(period))
                found.Add(period);
        }
        return found;
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static Days Period(string grain, DateOnly day)
    {
        if (grain == "day")
            return new(day, day);
        var first = grain == "week" ? day.AddDays(-(((int)day.DayOfWeek + 6) % 7)) : new DateOnly(day.Year, day.Month, 1);
        return new(first, grain == "week" ? first.AddDays(6) : first.AddMonths(1).AddDays(-1));
    }
}
