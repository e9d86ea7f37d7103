using Kelvin.Queries.Answers;

namespace Kelvin.Web.Metrics;

/// <summary>
/// The datasets that a part of a page shows, each with its version and how far it can be relied on. The page's script asks for a part
/// again when one of them has moved on.
/// </summary>
internal static class LiveMark
{
    public static string Of(MetricAnswer? answer) => answer is null
        ? ""
        : string.Join(' ', answer.Explanation.Datasets.Zip(answer.Trust, (state, trust) => $"{state.Dataset}:{trust.MarkOf(state.DataVersion)}"));
}
