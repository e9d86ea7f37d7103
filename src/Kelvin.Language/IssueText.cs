using System.Collections.Immutable;
using System.Text.Json;

namespace Kelvin.Language;

/// <summary>Issues as they are kept: code and arguments, so that they can be read in any language later.</summary>
public static class IssueText
{
    private const int Most = 20;

    /// <summary>The first 20 as text; null for none.</summary>
    public static string? Write(ImmutableArray<Issue> issues) => issues.IsEmpty ? null : JsonSerializer.Serialize(issues.Take(Most).Select(issue =>
        new Line(issue.Code, issue.Severity == Severity.Warning, issue.Arguments.ToDictionary(argument => argument.Key, argument => Value(argument.Value)))));

    /// <summary>What was written.</summary>
    public static ImmutableArray<Issue> Read(string? text) => text is null ? [] : [.. JsonSerializer.Deserialize<Line[]>(text)!.Select(Read)];

    private static Issue Read(Line line)
    {
        var issue = Issue.At(null, line.Code, [.. line.Arguments.Select(argument => (argument.Key, (object?)Value((JsonElement)argument.Value)))]);
        return line.IsWarning ? issue.AsWarning() : issue;
    }

    /// <summary>Numbers stay numbers, for texts choose words by them.</summary>
    private static object Value(object argument) => argument is int or long ? argument : FormattableString.Invariant($"{argument}");

    private static object Value(JsonElement kept) => kept.ValueKind == JsonValueKind.Number ? kept.GetInt64() : kept.GetString()!;

    private sealed record Line(string Code, bool IsWarning, Dictionary<string, object> Arguments);
}
