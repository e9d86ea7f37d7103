using System.Collections.Immutable;

namespace Kelvin.Catalog.Forms;

/// <summary>Who owes some of the rows of a form.</summary>
/// <param name="Person">The name.</param>
/// <param name="Of">The values of segments of the rows that are meant, by segment; all rows where none are named.</param>
public sealed record FormOwner(string Person, ImmutableSortedDictionary<string, ImmutableArray<string>> Of)
{
    /// <summary>Whether a row, given by the values of its segments, is owed by this person.</summary>
    public bool Owes(IReadOnlyDictionary<string, string> row) =>
        Of.All(one => row.TryGetValue(one.Key, out var value) && one.Value.Contains(value));
}
