using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Catalog.Expectations;
using Kelvin.Language;

namespace Kelvin.Queries.Trusting;

/// <summary>What to tell whoever wanted to load what checks refuse.</summary>
public static class RefusalIssues
{
    /// <summary>An issue for each check that refuses, at its place in the definition.</summary>
    public static ImmutableArray<Issue> Of(Dataset dataset, DatasetInspection found) =>
    [
        .. from pair in dataset.Expects.Checks.Zip(found.Results)
           where pair is { First.Otherwise: CheckConsequence.Block, Second.Outcome: CheckOutcome.Failed }
           from issue in Of(dataset, pair.First, pair.Second)
           select issue,
    ];

    /// <summary>Whether an issue is one of these.</summary>
    public static bool IsRefusal(Issue issue) => issue.Code.StartsWith("trust.load-refused", StringComparison.Ordinal);

    private static IEnumerable<Issue> Of(Dataset dataset, DataCheck check, CheckResult result) => result.Why is { } why
        ? [Issue.At(check.Place, "trust.load-refused-unasked", ("dataset", dataset.Name), ("check", check.Name)), why with { Place = check.Place }]
        : [Failed(dataset, check, result)];

    private static Issue Failed(Dataset dataset, DataCheck check, CheckResult result)
    {
        var examples = result.Examples.IsEmpty ? null : string.Join("; ", result.Examples);
        return check.Subject switch
        {
            CheckSubject.Rows or CheckSubject.Unique => Issue.At(check.Place, examples is null ? "trust.load-refused-rows" : "trust.load-refused-examples",
                ("dataset", dataset.Name), ("check", check.Name), ("failing", result.Failing), ("rows", result.Looked), ("examples", examples)),
            _ => Issue.At(check.Place, result.At is null ? "trust.load-refused" : "trust.load-refused-at", ("dataset", dataset.Name), ("check", check.Name),
                ("measured", Rounded(result.Measured)), ("at", result.At)),
        };
    }

    /// <summary>As a decimal where that can hold it, which writes it out.</summary>
    private static object Rounded(double? value) => Math.Abs(value ?? 0) < 1e15 ? Math.Round((decimal)(value ?? 0), 4) : value ?? 0;
}
