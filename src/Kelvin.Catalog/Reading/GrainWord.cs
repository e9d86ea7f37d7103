using Kelvin.Calendars;

namespace Kelvin.Catalog.Reading;

/// <summary>The grains that a definition may name.</summary>
internal static class GrainWord
{
    public static Vocabulary<Grain> Known { get; } = new([.. Grain.Standard.Select(grain => (grain.Name, grain))]);
}
