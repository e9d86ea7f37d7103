using System.Collections.Immutable;
using Kelvin.Language;

namespace Kelvin.Entries.Grids;

/// <summary>A row of a form: the numbers of one combination of segments, or of one row that may be overridden.</summary>
/// <param name="Id">What names it among those of a period.</param>
/// <param name="Key">The values that name it, by column, as they are kept; without the period in a form of its own.</param>
/// <param name="Labels">What people call them, in the order of the form.</param>
/// <param name="Owner">Who owes it, or null.</param>
public sealed record FormRow(string Id, ImmutableSortedDictionary<string, string> Key, ImmutableArray<LocalText> Labels, string? Owner)
{
    /// <summary>What people call the row as a whole.</summary>
    public LocalText Label => new(Texts.Tongues.Select(code => KeyValuePair.Create(code, string.Join(", ", Labels.Select(label => label.In(Tongue.Find(code)!))))));

    /// <summary>The one period in which it lies, where rows are those of a dataset; null when every period has it.</summary>
    public DateOnly? Period { get; init; }
}
