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
