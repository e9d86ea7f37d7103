using System.Collections.Immutable;
using System.Globalization;
using Kelvin.Calendars;
using Kelvin.Calendars.Ranges;
using Kelvin.Compiler.Frames;
using Kelvin.Queries.Answers;
using Calendar = Kelvin.Calendars.Calendar;

namespace Cases.Tests;

/// <summary>Compares the rows of an answer with those that a case expects, in order and by the columns it names.</summary>
internal static class AnswerText
{
    public static void AssertRows(ImmutableArray<ImmutableSortedDictionary<string, object?>> expected, MetricAnswer answer)
    {
        var columns = expected.SelectMany(row => row.Keys).Distinct().ToList();
        var found = Enumerable.Range(0, answer.Frame.Count).Select(row => Line(columns, name => Found(answer.Frame[name], row))).ToList();
        var wanted = expected.Select((row, at) => Line(columns, name => Wanted(row.GetValueOrDefault(name), name, answer.Frame, at, answer.Calendar))).ToList();
        Assert.Equal(wanted, found);
    }

    private static string Line(IEnumerable<string> columns, Func<string, string> value) =>
        string.Join(", ", columns.Select(name => $"{name}: {value(name)}"));

    private static string Found(FrameColumn column, int row) => column[row] switch
    {
        null => "missing",
        Period period => period.ToString(),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        decimal number => Exact(number),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture)!,
    };

    /// <summary>
    /// A binary number is as expected when it lies within a billionth of it, as far as cases are worked out by hand; an exact
    /// one must have the very digits. So that differences can be read, what is as expected is written as found.
    /// </summary>
    private static string Wanted(object? expected, string name, Frame frame, int row, Calendar calendar)
    {
        var found = row < frame.Count ? frame[name][row] : null;
        return expected switch
        {
            null => "missing",
            decimal number when found is double binary && Math.Abs((double)number - binary) <= 1e-9 * Math.Max(1, Math.Abs(binary)) =>
                Found(frame[name], row),
            decimal number when frame[name] is FrameColumn<Period> => PeriodOf(number.ToString(CultureInfo.InvariantCulture), found, calendar),
            decimal number => Exact(number),
            string text when frame[name] is FrameColumn<Period> => PeriodOf(text, found, calendar),
            _ => Convert.ToString(expected, CultureInfo.InvariantCulture)!,
        };
    }

    private static string Exact(decimal number) => (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);

    /// <summary>A period as a range is asked for; one within a day by its start, as <c>2025-10-26T02:00+01:00</c>.</summary>
    private static string PeriodOf(string text, object? found, Calendar calendar)
    {
        var grain = (found as Period)?.Grain ?? Grain.Day;
        return text.Contains('T')
            ? calendar.PeriodOf(grain, DateTimeOffset.Parse(text, CultureInfo.InvariantCulture)).ToString()
            : (RangeText.Parse(text, calendar).Value!.Pin(calendar, default, null) with { Grain = grain }).ToString();
    }
}
