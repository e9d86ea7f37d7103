using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Compiler.Frames;
using Kelvin.Compiler.Planning;
using Kelvin.Queries.Answers;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Cli.Query.Formats;

/// <summary>
/// The rows of an answer for other programs: exact values, no words. A period becomes three columns: its start, the first day
/// or moment after it, and whether it is finished.
/// </summary>
internal sealed record MachineTable(ImmutableArray<MachineColumn> Columns, int Rows)
{
    public static MachineTable Of(MetricAnswer answer) => new(
        [.. answer.Frame.Columns.SelectMany(column => column is FrameColumn<Period> periods ? Split(periods, answer) : [Plain(column)])],
        answer.Frame.Count);

    /// <summary>The periods of further grains are told by their start alone.</summary>
    private static IEnumerable<MachineColumn> Split(FrameColumn<Period> periods, MetricAnswer answer)
    {
        var isMoment = answer.Query.Grain is { IsWithinDay: true };
        var kind = isMoment ? ResultKind.Timestamp : ResultKind.Date;
        object Moment(DateTimeOffset at) => isMoment ? at.UtcDateTime : DateOnly.FromDateTime(at.DateTime);
        yield return new(periods.Name, kind, Values(periods, period => Moment(period.Start)));
        if (periods.Name != PlanNode.PeriodColumn)
            yield break;
        yield return new("period_end", kind, Values(periods, period => Moment(period.End)));
        yield return new("finished", ResultKind.Boolean, Values(periods, period => period.IsFinishedAt(answer.UnfinishedFrom)));
    }

    private static MachineColumn Plain(FrameColumn column) => new(column.Name, KindOf(column), [.. Enumerable.Range(0, column.Count).Select(row => column[row])]);

    private static ImmutableArray<object?> Values(FrameColumn<Period> periods, Func<Period, object> value) =>
        [.. Enumerable.Range(0, periods.Count).Select(row => periods.IsKnown(row) ? value(periods.Value(row)) : null)];

    private static ResultKind KindOf(FrameColumn column) => column switch
    {
        FrameColumn<decimal> => ResultKind.Decimal,
        FrameColumn<double> => ResultKind.Double,
        FrameColumn<bool> => ResultKind.Boolean,
        FrameColumn<DateOnly> => ResultKind.Date,
        FrameColumn<DateTime> => ResultKind.Timestamp,
        FrameColumn<string> => ResultKind.Text,
        _ => throw new InvalidOperationException($"No form for column '{column.Name}'."),
    };
}
