using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Catalog.Expectations;
using Kelvin.Language;
using Kelvin.Queries.Answers;

namespace Kelvin.Queries.Trusting;

/// <summary>Says of answers whether they are as checks say. Pure.</summary>
internal static class CheckJudge
{
    private const int MostExamples = 3;

    /// <summary>The result of a check by the answer to its question.</summary>
    public static CheckResult Of(DataCheck check, MetricAnswer answer)
    {
        var slices = CheckSlice.Of(answer);
        return check.Subject switch
        {
            CheckSubject.Condition => OfCondition(check, slices),
            CheckSubject.Rows rows => slices is [var all, ..] ? OfRows(check, rows, all) : Untold(check),
            CheckSubject.Complete complete => OfComplete(check, complete, slices, answer.Calendar),
            CheckSubject.Usual usual => OfUsual(check, usual, slices),
            _ => throw new InvalidOperationException($"No question is put for {check.Subject.GetType().Name}."),
        };
    }

    /// <summary>A result that says nothing.</summary>
    public static CheckResult Untold(DataCheck check) => new(check.Name, check.Subject.Written, CheckOutcome.Untold);

    /// <summary>The result of one that cannot be asked: what it was to keep out must not come in for that.</summary>
    public static CheckResult Unasked(DataCheck check, Issue why) =>
        check.Otherwise == CheckConsequence.Block ? Result(check, passed: false) with { Why = why } : Untold(check);

    /// <summary>A result without slices.</summary>
    public static CheckResult Result(DataCheck check, bool passed) => new(check.Name, check.Subject.Written, passed ? CheckOutcome.Passed : CheckOutcome.Failed);

    private static CheckResult OfCondition(DataCheck check, ImmutableArray<CheckSlice> slices)
    {
        // Where something is missing, the condition is neither true nor false.
        var told = slices.Where(slice => !slice.Values.Contains(null)).ToList();
        return OfSlices(check, told, [.. told.Where(slice => slice.Values[^1] is not 1)]) is var result && Shown(told, result) is { } shown
            ? result with { Bound = shown.Values[1], Upper = shown.Values.Length > 3 ? shown.Values[2] : null }
            : result;
    }

    private static CheckResult OfComplete(DataCheck check, CheckSubject.Complete complete, ImmutableArray<CheckSlice> slices, Calendar calendar)
    {
        var due = slices.Where(slice => !complete.OnlyWorkingDays || calendar.WorkingDays.IsWorkingDay(slice.Period!.FirstDay)).ToList();
        return OfSlices(check, due, [.. due.Where(slice => slice.Values[0] is null or 0)]);
    }

    private static CheckResult OfSlices(DataCheck check, List<CheckSlice> looked, List<CheckSlice> failing)
    {
        if (looked.Count == 0)
            return Untold(check);
        var shown = failing.Count > 0 ? failing[^1] : looked[^1];
        return Result(check, failing.Count == 0) with
        {
            Measured = shown.Values[0],
            At = shown.At,
            Failing = failing.Count,
            Looked = looked.Count,
            Examples = [.. failing.Select(slice => slice.At).OfType<string>().TakeLast(MostExamples)],
        };
    }

    private static CheckSlice? Shown(List<CheckSlice> told, CheckResult result) => told.FindLast(slice => slice.At == result.At);

    private static CheckResult OfRows(DataCheck check, CheckSubject.Rows rows, CheckSlice slice)
    {
        var (failing, all) = ((long)(slice.Values[0] ?? 0), (long)(slice.Values[1] ?? 0));
        return all == 0 ? Untold(check) : Result(check, rows.Allowed.Allows(failing, all)) with
        {
            Measured = (double)failing / all,
            Failing = failing,
            Looked = all,
        };
    }

    private static CheckResult OfUsual(DataCheck check, CheckSubject.Usual usual, ImmutableArray<CheckSlice> slices)
    {
        var (last, earlier) = UsualPeriods.Of(slices.Length, usual.Per);
        if (last < 0 || slices[last].Values[0] is not { } value || UsualValue.Of(earlier.Select(at => slices[at].Values[0]).OfType<double>()) is not { } median)
            return Untold(check);
        return Result(check, UsualValue.IsWithin(value, median, (double)usual.Within)) with
        {
            Measured = value,
            Bound = median,
            At = slices[last].At,
            Looked = 1,
            Failing = UsualValue.IsWithin(value, median, (double)usual.Within) ? 0 : 1,
        };
    }
}
