using System.Collections.Immutable;
using System.Globalization;
using Kelvin.Loading.Values;

namespace Kelvin.Engines.DuckDb.Loading;

/// <summary>Turns local times into instants inside the engine: a search among a zone's changes, never a zone conversion per row.</summary>
internal static class TimelineSql
{
    /// <summary>The instant of a local time, as an expression.</summary>
    public static string ToUtc(LocalTimeline zone, string local)
    {
        var (changes, offsets) = (zone.Changes, zone.Offsets);
        return offsets is [var only] && only == TimeSpan.Zero
            ? local
            : $"{local} - to_seconds({Search(changes, offsets, local, 0, changes.Length)})";
    }

    /// <summary>The offset among those from the first to the last, halving at each step.</summary>
    private static string Search(ImmutableArray<DateTime> changes, ImmutableArray<TimeSpan> offsets, string local, int first, int last)
    {
        if (first == last)
            return ((long)offsets[first].TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var middle = (first + last) / 2;
        var change = changes[middle].ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        return $"CASE WHEN {local} < TIMESTAMP '{change}' THEN {Search(changes, offsets, local, first, middle)} ELSE {Search(changes, offsets, local, middle + 1, last)} END";
    }
}
