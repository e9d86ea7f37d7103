using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Compiler.Planning;
using Kelvin.Queries.Answers;
using Kelvin.Queries.Testing;

namespace Kelvin.Queries.Trusting;

/// <summary>A row of the answer to a check's question: a finished period, a group, or all.</summary>
/// <param name="Period">The period, or null without.</param>
/// <param name="Groups">The groups' values in words.</param>
/// <param name="Values">What was asked for, in its order; null for missing.</param>
internal sealed record CheckSlice(Period? Period, string Groups, ImmutableArray<double?> Values)
{
    /// <summary>Where it is, or null for everywhere.</summary>
    public string? At => string.Join(", ", new[] { Period is null ? "" : TestValue.Write(Period), Groups }.Where(part => part.Length > 0)) is { Length: > 0 } at ? at : null;

    /// <summary>The slices that can be judged: periods that are over, and that rows reach back to.</summary>
    public static ImmutableArray<CheckSlice> Of(MetricAnswer answer)
    {
        var periods = answer.Frame.Find(PlanNode.PeriodColumn);
        var groups = answer.Columns.Where(column => column.Role == AnswerRole.Dimension).Select(column => answer.Frame[column.Name]).ToList();
        var values = answer.Query.Metrics.Select(metric => answer.Frame[metric]).ToList();
        var slices = ImmutableArray.CreateBuilder<CheckSlice>();
        for (var row = 0; row < answer.Frame.Count; row++)
        {
            var period = periods?[row] as Period;
            if (periods is not null && (period is null || !period.IsFinishedAt(answer.UnfinishedFrom) || answer.DataFrom is not { } from || period.End <= from))
                continue;
            slices.Add(new CheckSlice(
                period, string.Join(", ", groups.Select(group => TestValue.Write(group[row]))), [.. values.Select(value => Number(value[row]))]));
        }
        return slices.ToImmutable();
    }

    /// <summary>A number of an answer.</summary>
    public static double? Number(object? value) => value switch
    {
        decimal exact => (double)exact,
        double number => number,
        _ => null,
    };
}
