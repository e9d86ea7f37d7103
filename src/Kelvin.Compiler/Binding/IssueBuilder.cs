using System.Collections.Immutable;
using Kelvin.Language;

namespace Kelvin.Compiler.Binding;

/// <summary>Collects the issues of a question.</summary>
internal static class IssueBuilder
{
    /// <summary>The value when it is sound; its errors are kept.</summary>
    public static T? Keep<T>(this ImmutableArray<Issue>.Builder issues, Checked<T> outcome)
        where T : class
    {
        issues.AddRange(outcome.Issues.Where(issue => issue.Severity == Severity.Error));
        return outcome.Value;
    }

    /// <summary>Adds an issue of the question.</summary>
    public static void Add(this ImmutableArray<Issue>.Builder issues, string code, params ReadOnlySpan<(string, object?)> arguments) =>
        issues.Add(Issue.At(null, code, arguments));
}
