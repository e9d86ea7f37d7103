using System.Collections.Immutable;
using System.Globalization;
using Kelvin.Calendars;
using Kelvin.Language;
using Kelvin.Queries.Answers;

namespace Conformance.Running;

/// <summary>The rows of an answer, under the names and in the form in which cases write them.</summary>
internal sealed record AnsweredRows(ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<object?>> Rows)
{
    public static AnsweredRows Of(MetricAnswer answer, ImmutableArray<(string Column, string DbtName)> columns) =>
        new([.. columns.Select(column => column.DbtName)],
            [.. Enumerable.Range(0, answer.Frame.Count).Select(row => columns.Select(column => Written(answer.Frame[column.Column][row], answer.Calendar)).ToImmutableArray())]);

    /// <summary>Each row beside each of others.</summary>
    public AnsweredRows Beside(AnsweredRows others) =>
        new([.. Columns, .. others.Columns], [.. Rows.SelectMany(row => others.Rows.Select(other => row.AddRange(other)))]);

    /// <summary>Values as cases write them. Periods of a company's own are named; a name that is a day is written as a day.</summary>
    private static object? Written(object? value, Kelvin.Calendars.Calendar calendar) => value switch
    {
        Period period when !calendar.IsStandard(period.Grain) && PeriodText.Write(period, Tongue.English, calendar) is var name =>
            DateOnly.TryParseExact(name, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var named) ? Moment(named.ToDateTime(TimeOnly.MinValue)) : name,
        Period period => Moment(period.Start.UtcDateTime),
        DateOnly day => Moment(day.ToDateTime(TimeOnly.MinValue)),
        DateTime moment => Moment(moment),
        decimal number => (double)number,
        int or long => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        _ => value,
    };

    private static string Moment(DateTime moment) => moment.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);
}
