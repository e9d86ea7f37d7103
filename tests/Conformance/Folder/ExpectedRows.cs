using System.Collections.Immutable;
using System.Text.Json;

namespace Conformance.Folder;

/// <summary>Rows as a case expects them.</summary>
/// <param name="Columns">Names of the columns.</param>
/// <param name="Rows">Values: text, number, truth value or null, times as text.</param>
/// <param name="IsOrdered">Whether the order of the rows counts.</param>
/// <param name="MayBeEmpty">Whether an answer without rows can be right.</param>
internal sealed record ExpectedRows(ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<object?>> Rows, bool IsOrdered, bool MayBeEmpty)
{
    /// <summary>Reads what a case expects; null when it expects nothing in particular.</summary>
    public static ExpectedRows? Read(JsonElement json, JsonElement expected) =>
        !expected.TryGetProperty("rows", out var rows) || rows.ValueKind != JsonValueKind.Array ? null : new(
            [.. expected.GetProperty("columns").EnumerateArray().Select(name => name.GetString()!)],
            [.. rows.EnumerateArray().Select(row => row.EnumerateArray().Select(Value).ToImmutableArray())],
            ConformanceCase.IsTrue(json, "check_order", otherwise: false),
            ConformanceCase.IsTrue(json, "allow_empty", otherwise: false));

    private static object? Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };
}
