using System.Collections.Immutable;
using Kelvin.Calendars;

namespace Kelvin.Catalog.Reading;

/// <summary>The grains that a definition may name.</summary>
internal static class GrainWord
{
    public static ImmutableSortedDictionary<string, Grain> Known { get; } =
        Grain.Standard.ToImmutableSortedDictionary(grain => grain.Name, grain => grain, StringComparer.Ordinal);
}
