using System.Collections.Immutable;
using Kelvin.Calendars;

namespace Kelvin.Compiler.Planning;

/// <summary>How a scan cuts rows by time.</summary>
public abstract record Bucketing
{
    private Bucketing()
    {
    }

    /// <summary>Not at all: one group for everything the scan reads.</summary>
    public sealed record Whole : Bucketing
    {
        /// <inheritdoc />
        public override string ToString() => "whole";
    }

    /// <summary>Into the periods of a grain. The key is the period's first local day, or its first instant for grains within a day.</summary>
    public sealed record ByGrain(Grain Grain) : Bucketing
    {
        /// <inheritdoc />
        public override string ToString() => $"per {Grain}";
    }

    /// <summary>
    /// Into the periods of a grain, and for each row by the period in which the same value of the scan's only part, a distinct
    /// count, comes back: its number of rows per pair of periods. From these follow the different values in any windows made
    /// of whole periods, without reading a row once for each window it lies in.
    /// </summary>
    /// <param name="Grain">The grain of the periods, a day or longer.</param>
    /// <param name="Kind">Which pairs are told apart.</param>
    /// <param name="MostDays">A return after at least so many days makes no difference to any window, and counts as none.</param>
    /// <param name="Of">The part, so that only scans of the same values are read together.</param>
    public sealed record ByReturn(Grain Grain, ReturnKind Kind, int MostDays, ScanPart Of) : Bucketing
    {
        /// <inheritdoc />
        public override string ToString() => Kind == ReturnKind.FirstOnly ? $"per {Grain} of first appearance" : $"per {Grain} and {Grain} of return within {MostDays} days";
    }

    /// <summary>
    /// Into given windows that may overlap, so that a row can count in several. The key is the window's index. Needed where
    /// the parts are holistic; slower than buckets that are put together afterwards.
    /// </summary>
    public sealed record ByWindow(ImmutableArray<Period> Windows) : Bucketing
    {
        /// <inheritdoc />
        public bool Equals(ByWindow? other) => other is not null && Windows.SequenceEqual(other.Windows);

        /// <inheritdoc />
        public override int GetHashCode() => Windows.Aggregate(Windows.Length, HashCode.Combine);

        /// <inheritdoc />
        public override string ToString() => $"per {Windows.Length} overlapping windows";
    }
}
