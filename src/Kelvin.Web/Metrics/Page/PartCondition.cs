using Kelvin.Formulas;
using Kelvin.Web.Metrics.Words;

namespace Kelvin.Web.Metrics.Page;

/// <summary>The condition, in the formula language, that leaves one part of a breakdown.</summary>
internal static class PartCondition
{
    /// <summary>The condition, or null for kinds of values that are not broken down by.</summary>
    public static string? Of(string dimension, object? part, DataType type) => (part, type.Kind) switch
    {
        (null, _) => $"{dimension} is missing",
        (string text, ValueKind.Text) => $"{dimension} = '{text.Replace("'", "''", StringComparison.Ordinal)}'",
        (true, ValueKind.Boolean) => dimension,
        (false, ValueKind.Boolean) => $"not {dimension}",
        _ => null,
    };

    /// <summary>The condition that leaves the first part that has a name, or null when none has.</summary>
    public static string? Example(string dimension, AnsweredMetric parts) => Enumerable.Range(0, parts.Count)
        .Select(row => parts.Part(dimension, row))
        .Where(part => part.Value is not null)
        .Select(part => Of(dimension, part.Value, part.Type))
        .FirstOrDefault();
}
