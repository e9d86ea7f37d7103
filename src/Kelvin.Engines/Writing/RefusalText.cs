using System.Collections.Immutable;
using System.Text.Json;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Engines.Writing;

/// <summary>Refused rows as they are written down, so that a batch that comes again is told the same.</summary>
internal static class RefusalText
{
    private const int Most = 1_000;

    /// <summary>The first 1,000 as text; null for none.</summary>
    public static string? Write(IReadOnlyList<RefusedRow> refused) => refused.Count == 0 ? null : JsonSerializer.Serialize(refused.Take(Most).Select(row =>
        new Line(row.Row, row.Reason.Code, row.Reason.Arguments.ToDictionary(argument => argument.Key, argument => (object)FormattableString.Invariant($"{argument.Value}")))));

    /// <summary>What was written.</summary>
    public static ImmutableArray<RefusedRow> Read(string? text) => text is null ? [] :
    [
        .. JsonSerializer.Deserialize<Line[]>(text)!.Select(line => new RefusedRow(line.Row, Issue.At(
            null, line.Code, [.. line.Arguments.Select(argument => (argument.Key, (object?)argument.Value.ToString()))]))),
    ];

    private sealed record Line(int Row, string Code, Dictionary<string, object> Arguments);
}
