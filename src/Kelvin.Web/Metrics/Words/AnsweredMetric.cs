using Kelvin.Calendars;
using Kelvin.Formulas;
using Kelvin.Quantities;
using Kelvin.Queries.Answers;

namespace Kelvin.Web.Metrics.Words;

/// <summary>One metric of an answer, read row by row.</summary>
internal sealed class AnsweredMetric(MetricAnswer answer, string metric)
{
    private readonly AnswerColumn? _value = Find(answer, metric, AnswerRole.Value);
    private readonly AnswerColumn? _compared = Find(answer, metric, AnswerRole.Compared);
    private readonly AnswerColumn? _change = Find(answer, metric, AnswerRole.Change);
    private readonly AnswerColumn? _period = answer.Columns.FirstOrDefault(column => column.Role == AnswerRole.Period);
    private readonly AnswerColumn? _filled = answer.Columns.FirstOrDefault(column => column.Role == AnswerRole.Filled);

    public string Name => metric;

    public MetricAnswer Answer => answer;

    public int Count => answer.Frame.Count;

    public bool IsCompared => _compared is not null;

    /// <summary>The value of a row; none for a period that lies ahead of the data, however certain it is that nothing has happened there.</summary>
    public Quantity? Value(int row) => IsAhead(row) ? null : Read(_value, row);

    public Quantity? Compared(int row) => Read(_compared, row);

    /// <summary>
    /// How much the value changed: relatively, or by how much where the value before is below zero, since a percentage of
    /// less than nothing points the wrong way.
    /// </summary>
    public Quantity? Change(int row) =>
        Compared(row) is { Value: < 0 } before && Value(row) is { } value && _change?.Type.Unit == Unit.Share
            ? Quantity.Approximate(value.Value - before.Value, value.Unit)
            : Read(_change, row);

    /// <summary>Whether the stretch that the whole range is compared with begins before the data does.</summary>
    public bool IsComparedInPart => answer.ComparedRange is { } compared && IsBeforeData(compared);

    /// <summary>Whether what a row is compared with begins before the data does, so that only a part of it is known.</summary>
    public bool IsRowComparedInPart(int row, Comparison? comparison, Calendars.Calendar calendar) =>
        _period is null ? IsComparedInPart : comparison is not null && IsBeforeData(comparison.Of(Period(row), calendar));

    /// <summary>Whether a row's period is a whole one that the range has cut.</summary>
    public bool IsCut(int row) => _period is not null && answer.Query.Grain != Grain.Range && Period(row).Grain == Grain.Range;

    /// <summary>Whether a row's period begins before the data does.</summary>
    public bool IsKnownInPart(int row) => _period is not null && IsBeforeData(Period(row));

    /// <summary>The period of a row; the whole range when the answer has none of its own.</summary>
    public Period Period(int row) =>
        _period is null ? answer.Range : (Period)answer.Frame[_period.Name][row]!;

    public bool IsFinished(int row) => Period(row).IsFinishedAt(answer.UnfinishedFrom);

    /// <summary>The last row whose period is over, or failing that the last that has begun; null when there is none.</summary>
    public int? Latest
    {
        get
        {
            for (var row = Count - 1; row >= 0; row--)
                if (IsFinished(row))
                    return row;
            return Count > 0 ? Count - 1 : null;
        }
    }

    /// <summary>A dimension's value in a row with its type.</summary>
    public (object? Value, DataType Type) Part(string dimension, int row)
    {
        var column = answer.Columns.First(column => column.Role == AnswerRole.Dimension && column.Name == dimension);
        return (answer.Frame[column.Name][row], column.Type);
    }

    private bool IsAhead(int row) =>
        _filled is not null && answer.Frame[_filled.Name][row] is true && Period(row).Start >= answer.UnfinishedFrom;

    private bool IsBeforeData(Period period) => answer.DataFrom is { } from && period.Start < from;

    private Quantity? Read(AnswerColumn? column, int row) =>
        column is null ? null : answer.Frame[column.Name][row] switch
        {
            decimal exact => Quantity.Exact(exact, column.Type.Unit),
            double value when double.IsFinite(value) => Quantity.Approximate(value, column.Type.Unit),
            _ => null,
        };

    private static AnswerColumn? Find(MetricAnswer answer, string metric, AnswerRole role) =>
        answer.Columns.FirstOrDefault(column => column.Role == role && column.Metric == metric);
}
