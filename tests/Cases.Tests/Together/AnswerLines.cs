using System.Globalization;
using Kelvin.Language;
using Kelvin.Queries.Answers;

namespace Cases.Tests.Together;

/// <summary>Answers as text, so that they can be compared and read.</summary>
internal static class AnswerLines
{
    /// <summary>All rows of an answer, or its issues.</summary>
    public static string Of(Checked<MetricAnswer> answer) => answer.IsSound
        ? string.Join("; ", Enumerable.Range(0, answer.Value.Frame.Count).Select(row => string.Join(", ", answer.Value.Frame.Columns.Select(column => Text(column[row])))))
        : string.Join("; ", answer.Issues.Select(issue => issue.Code));

    /// <summary>Numbers to nine digits: engines add up in any order.</summary>
    public static string Text(object? value) => value switch
    {
        null => "missing",
        double number => Math.Abs(number) < 1e-9 ? "0" : number.ToString("G9", CultureInfo.InvariantCulture),
        decimal number => number == 0 ? "0" : ((double)number).ToString("G9", CultureInfo.InvariantCulture),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture)!,
    };
}
