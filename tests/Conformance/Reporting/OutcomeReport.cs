using System.Collections.Immutable;
using Conformance.Running;

namespace Conformance.Reporting;

/// <summary>Says how cases went: what was not right, a table by kind, and the sum on the last line.</summary>
internal static class OutcomeReport
{
    public static void Write(ImmutableArray<CaseOutcome> outcomes, TextWriter writer)
    {
        foreach (var outcome in outcomes.Where(outcome => outcome.Verdict != Verdict.Passed))
        {
            writer.WriteLine($"{InWords(outcome.Verdict)}: {outcome.Case.Id} ({outcome.Case.Model})");
            foreach (var line in outcome.Details)
                writer.WriteLine("    " + line);
        }
        writer.WriteLine();
        WriteTable(outcomes, writer);
        writer.WriteLine();
        if (Count(outcomes, Verdict.Unchecked) is > 0 and var answered)
            writer.WriteLine($"{answered} answered, with no expected rows to compare with: not counted below");
        writer.WriteLine($"{Count(outcomes, Verdict.Passed)} passed, {Count(outcomes, Verdict.Failed)} failed, {Count(outcomes, Verdict.NotOffered)} not offered");
    }

    /// <summary>A case counts under each of its kinds.</summary>
    private static void WriteTable(ImmutableArray<CaseOutcome> outcomes, TextWriter writer)
    {
        writer.WriteLine($"{"kind",-34}{"offered",9}{"passed",9}{"failed",9}{"not offered",13}{"no expected rows",18}");
        foreach (var kind in outcomes.SelectMany(outcome => outcome.Case.Kinds).Distinct().Order(StringComparer.Ordinal))
        {
            ImmutableArray<CaseOutcome> of = [.. outcomes.Where(outcome => outcome.Case.Kinds.Contains(kind))];
            var (passed, failed, not, without) = (Count(of, Verdict.Passed), Count(of, Verdict.Failed), Count(of, Verdict.NotOffered), Count(of, Verdict.Unchecked));
            writer.WriteLine($"{kind,-34}{passed + failed + without,9}{passed,9}{failed,9}{not,13}{without,18}");
        }
    }

    private static int Count(ImmutableArray<CaseOutcome> outcomes, Verdict verdict) => outcomes.Count(outcome => outcome.Verdict == verdict);

    private static string InWords(Verdict verdict) => verdict switch
    {
        Verdict.Passed => "passed",
        Verdict.Failed => "FAILED",
        Verdict.Unchecked => "no expected rows",
        _ => "not offered",
    };
}
