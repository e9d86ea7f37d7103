using Kelvin.Compiler;

namespace Fuzz.Tests.Texts;

/// <summary>A question, who asks it and when, and what the data cover.</summary>
/// <param name="Query">The question.</param>
/// <param name="Right">A condition on the orders that the asker may see, or null.</param>
/// <param name="Now">When it is asked.</param>
/// <param name="First">The first value of every column of time; null when there are no rows.</param>
/// <param name="Last">The last.</param>
internal sealed record AskedQuestion(MetricQuery Query, string? Right, DateTimeOffset Now, DateTime? First, DateTime Last)
{
    public override string ToString() =>
        $"""
        metrics: {string.Join(" | ", Query.Metrics)}
        by: {string.Join(" | ", Query.By)}
        where: {Query.Where}
        grains: {string.Join(", ", Query.Grains)}; further: {string.Join(", ", Query.FurtherGrains)}; time: {string.Join(", ", Query.Time)}
        range: {Query.Range}; compare: {Query.Compare}; zone: {Query.Zone}; fill: {Query.Fill}
        top: {Query.Top}; shares: {Query.Shares}; ranks: {Query.Ranks}; unlinked: {Query.Unlinked}; order: {string.Join(", ", Query.Order)}; limit: {Query.Limit}
        right: {Right}; now: {Now:O}; data: {First:O} to {Last:O}
        """;
}
