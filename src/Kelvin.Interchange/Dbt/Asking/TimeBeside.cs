using System.Collections.Immutable;
using Kelvin.Interchange.Dbt.Planning;

namespace Kelvin.Interchange.Dbt.Asking;

/// <summary>
/// Questions without metrics that ask for <c>metric_time</c> and more. Without a metric nothing says when anything else was, so
/// dbt sets every day of its calendar beside every row; here these are two questions.
/// </summary>
internal static class TimeBeside
{
    /// <summary>The question about time and the one about all else; null for other questions, and where a condition or an order holds for both.</summary>
    public static (DbtQuestion Time, DbtQuestion Else)? Split(DbtImport import, DbtQuestion question)
    {
        if (!question.Metrics.IsEmpty || !question.OrderBy.IsEmpty || question.Limit is not null || question.Range is not null)
            return null;
        var groups = question.GroupBy.ToLookup(grouping => DbtPath.Parse(grouping.Name, import.Grains).IsMetricTime);
        var conditions = question.Where.ToLookup(where => IsOfTime(CombinationRows.Named(where, import)));
        if (conditions[null].Any() || !(groups[true].Any() || conditions[true].Any()) || !(groups[false].Any() || conditions[false].Any()))
            return null;
        return (Part(true), Part(false));

        DbtQuestion Part(bool isTime) => question with { GroupBy = [.. groups[isTime]], Where = [.. conditions[isTime]] };
    }

    /// <summary>Null when a condition speaks of both.</summary>
    private static bool? IsOfTime(IEnumerable<DbtPath> names)
    {
        var kinds = names.Select(name => name.IsMetricTime).Distinct().ToImmutableArray();
        return kinds.Length > 1 ? null : kinds is [true];
    }
}
