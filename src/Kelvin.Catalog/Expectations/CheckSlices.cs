using System.Collections.Immutable;
using Kelvin.Calendars;

namespace Kelvin.Catalog.Expectations;

/// <summary>How a check cuts what it looks at.</summary>
/// <param name="Per">One value per finished period of this grain; null for one over all the time.</param>
/// <param name="By">Dimensions by which values are taken apart.</param>
/// <param name="Over">The stretch of time, in the words of questions; counted back from the newest row.</param>
public sealed record CheckSlices(Grain? Per, ImmutableArray<string> By, string Over)
{
    /// <inheritdoc />
    public bool Equals(CheckSlices? other) => other is not null && Equals(Per, other.Per) && By.SequenceEqual(other.By) && Over == other.Over;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Per, By.Length, Over);

    /// <inheritdoc />
    public override string ToString() => $" per {Per?.Name} by {string.Join(", ", By)} over {Over}";
}
