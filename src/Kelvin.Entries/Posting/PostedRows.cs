using System.Collections.Immutable;
using System.Text.Json;

namespace Kelvin.Entries.Posting;

/// <summary>Rows on their way into the warehouse, as they are kept: values by column.</summary>
/// <param name="Set">Rows that come, or take the place of those of their key.</param>
/// <param name="Gone">The keys of rows that leave, for nothing is left in them.</param>
internal sealed record PostedRows(ImmutableArray<ImmutableSortedDictionary<string, string?>> Set, ImmutableArray<ImmutableSortedDictionary<string, string?>> Gone)
{
    /// <summary>What names each of the rows, those that come and those that leave.</summary>
    public IEnumerable<string> NamesBy(ImmutableArray<string> key) => Set.Concat(Gone).Select(row => JsonSerializer.Serialize(key.Select(column => row.GetValueOrDefault(column)).ToArray()));

    public string Write() => JsonSerializer.Serialize(this);

    public static PostedRows Read(string text) => JsonSerializer.Deserialize<PostedRows>(text)!;
}
