using System.Collections.Immutable;
using Kelvin.Language;

namespace Kelvin.Formulas.Syntax;

/// <summary>The order in which a reader meets issues.</summary>
internal static class Places
{
    /// <summary>By line, then by column; those without a place first.</summary>
    public static ImmutableArray<Issue> InOrder(IEnumerable<Issue> issues) =>
        [.. issues.OrderBy(issue => issue.Place?.Line ?? 0).ThenBy(issue => issue.Place?.Column ?? 0).Distinct()];
}
