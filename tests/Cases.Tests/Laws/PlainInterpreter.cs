namespace Cases.Tests.Laws;

/// <summary>Answers a question row by row and day by day: slow, and with nothing in common with the compiler.</summary>
internal sealed class PlainInterpreter
{
    private const string Others = "others";

    private readonly PlainQuestion _question;
    private readonly TimeZoneInfo _zone;
    private readonly List<Event> _rows;
    private readonly Days? _told;
    private readonly HashSet<string>? _top;

    private PlainInterpreter(PlainQuestion question, IReadOnlyList<Event> events)
    {
        _question = question;
        _zone = TimeZoneInfo.FindSystemTimeZoneById(question.Zone);
        _rows = [.. events.Where(question.Filter.Holds)];
        var days = events.Select(row => row.Day(_zone)).OfType<DateOnly>().Order().ToList();
        _told = days.Count == 0 ? null : new Days(days[0], days[^1]);
        _top = question.Options.Top is { } top ? TopOf(top.Count, top.By) : null;
    }

    /// <summary>Without data, all time is the present day.</summary>
    private Days Range => _question.Range.Days ?? _told ?? new Days(EventStore.Today, EventStore.Today);

    /// <summary>The values of each row of the answer, by its period's first day and its dimensions.</summary>
    public static SortedDictionary<string, object?[]> Answer(PlainQuestion question, IReadOnlyList<Event> events) => new PlainInterpreter(question, events).Answer();

    private SortedDictionary<string, object?[]> Answer()
    {
        List<(string Key, Days Days)> periods = [.. PlainPeriods.Of(_question, Range)];
        List<(string Key, Days Days)> before = _question.Options.Compares && Compared() is { } days ? [("", days)] : [];
        var (asked, compared) = (ColumnsOf(periods, GroupOf), ColumnsOf(before, GroupOf));
        var totals = ColumnsOf(_question.Options.Shares ? periods : [], _ => "");
        var present = asked.Concat(compared).SelectMany(column => column.Values.Keys).ToHashSet();
        if (_question.Grain is null && _question.By.IsEmpty)
            present.Add(("", ""));
        var keys = present.ToHashSet();
        if (_question.Options.Fills)
            keys.UnionWith(from period in periods from grouped in _question.By.IsEmpty ? [""] : present.Select(key => key.Group).Distinct().ToList() select (period.Key, grouped));
        var rows = keys.Select(key => new PlainRow(key.Period, key.Group, !present.Contains(key), [.. _question.Metrics.Select((metric, at) =>
        {
            var value = asked[at].At(key);
            var earlier = before.Count == 0 ? null : compared[at].At(key);
            var total = _question.Options.Shares && totals[at].Values.ContainsKey((key.Period, "")) ? totals[at].At((key.Period, "")) : null;
            return new PlainCell(value, earlier, PlainCell.Ratio(value, total), metric.Measure.Change(value, earlier),
                asked[at].IsPresent(key) || (before.Count > 0 && compared[at].IsPresent(key)));
        })])).Where(row => _question.Options.Fills || row.IsTold).ToList();
        return new(rows.ToDictionary(row => row.Key, row => row.Told(_question.Options, rows.Where(other => other.Period == row.Period && !IsOthers(other.Group)).ToList(), IsOthers(row.Group)), StringComparer.Ordinal), StringComparer.Ordinal);
    }

    private bool IsOthers(string group) => _top is not null && group.Split('|')[0] == Others;

    /// <summary>As much of the period before as the data reach of the asked one; nothing before the data begin.</summary>
    private Days? Compared()
    {
        var (range, before) = (_question.Range.Days!.Value, _question.Range.Before!.Value);
        if (_told is not { } told || before.Last < told.First || told.Last < range.First)
            return null;
        var same = before.First.AddDays(told.Last.DayNumber - range.First.DayNumber);
        return told.Last >= range.Last || same >= before.Last ? before : new Days(before.First, same);
    }

    private HashSet<string> TopOf(int count, PlainMeasure by)
    {
        var groups = _rows.Where(row => Range.Contains(row.Day(_zone))).GroupBy(row => Dimension(row, _question.By[0]));
        return
        [
            .. groups.Select(group => (group.Key, Rows: group.ToList())).Where(group => by.IsPresent(group.Rows) || by.Value(group.Rows) is not null)
                .OrderBy(group => by.Value(group.Rows) is null).ThenByDescending(group => by.Value(group.Rows))
                .ThenBy(group => group.Key == "missing").ThenBy(group => group.Key, StringComparer.Ordinal).Take(count).Select(group => group.Key),
        ];
    }

    private string GroupOf(Event row) => string.Join('|', _question.By.Select((name, at) =>
        Dimension(row, name) is var value && at == 0 && _top?.Contains(value) == false ? Others : value));

    private List<PlainColumn> ColumnsOf(List<(string Key, Days Days)> periods, Func<Event, string> groupOf) =>
        [.. _question.Metrics.Select(metric => metric.Window.Keep is { } keep ? Reduced(metric, keep, periods, groupOf) : Whole(metric, periods, groupOf))];

    private PlainColumn Whole((PlainMeasure Measure, PlainWindow Window) metric, List<(string Key, Days Days)> periods, Func<Event, string> groupOf)
    {
        var members = periods.SelectMany(period => _rows.Where(row => metric.Window.Days(period.Days).Contains(row.Day(_zone))).GroupBy(groupOf)
            .Select(group => (Key: (period.Key, group.Key), Rows: group.ToList()))).ToList();
        return new(
            members.ToDictionary(member => member.Key, member => metric.Measure.Value(member.Rows)),
            [.. members.Where(member => metric.Measure.IsPresent(member.Rows)).Select(member => member.Key)], metric.Measure.Value([]));
    }

    /// <summary>Day by day: a day without rows has what the metric is without rows, from the first day with data to the last.</summary>
    private PlainColumn Reduced(
        (PlainMeasure Measure, PlainWindow Window) metric, Func<IReadOnlyList<object>, object> keep, List<(string Key, Days Days)> periods, Func<Event, string> groupOf)
    {
        var found = new Dictionary<(string, string), object?>();
        foreach (var group in _rows.GroupBy(groupOf))
            foreach (var period in periods)
            {
                var days = metric.Window.Over(period.Days, _told).Each()
                    .Select(day => (Day: day, Rows: group.Where(row => metric.Window.Days(new(day, day)).Contains(row.Day(_zone))).ToList())).ToList();
                var values = days.Where(day => day.Rows.Count > 0 || _told?.Contains(day.Day) == true).Select(day => metric.Measure.Value(day.Rows)).OfType<object>().ToList();
                if (days.Any(day => day.Rows.Count > 0) && values.Count > 0)
                    found[(period.Key, group.Key)] = keep(values);
            }
        return new(found, [], null);
    }

    private string Dimension(Event row, string name) => name switch
    {
        "kind" => row.Kind ?? "missing",
        "region" => row.Region ?? "missing",
        "label" => row.Label ?? "missing",
        "stage" => row.StageThen ?? "missing",
        "day_stage" => row.StageOn(_zone) ?? "missing",
        _ => row.Flag switch { true => "true", false => "false", null => "missing" },
    };
}
