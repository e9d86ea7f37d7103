using System.Collections.Immutable;
using Kelvin.Calendars.Zones;

namespace Kelvin.Engines.DuckDb.Preparing;

/// <summary>The local day of an instant, written for the engine to work out once and keep.</summary>
internal static class DaySql
{
    /// <summary>The day by spans of one offset each. What has no day, being infinite, stays without.</summary>
    public static string Of(string instant, ImmutableArray<OffsetSpan> spans) => spans is [{ Offset.Ticks: 0 }]
        ? $"CAST({instant} AS DATE)"
        : $"CASE WHEN isfinite({instant}) THEN CAST(make_timestamp(epoch_us({instant}) + {Offset(instant, spans.AsSpan())}) AS DATE) END";

    /// <summary>The offset in microseconds, halving the spans at each step.</summary>
    private static string Offset(string instant, ReadOnlySpan<OffsetSpan> spans)
    {
        if (spans.Length == 1)
            return FormattableString.Invariant($"CAST({spans[0].Offset.Ticks / TimeSpan.TicksPerMicrosecond} AS BIGINT)");
        var middle = spans.Length / 2;
        var change = FormattableString.Invariant($"{spans[middle].FromUtc.UtcDateTime:yyyy-MM-dd HH:mm:ss}");
        return $"CASE WHEN {instant} < TIMESTAMP '{change}' THEN {Offset(instant, spans[..middle])} ELSE {Offset(instant, spans[middle..])} END";
    }
}
