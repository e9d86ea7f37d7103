using System.Collections.Immutable;
using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using Kelvin.Entries.Saving;
using Kelvin.Language;

namespace Kelvin.Server.Entries;

/// <summary>Values to save.</summary>
internal sealed record CellsBody(
    [property: Description("Who enters them.")] string? Person,
    [property: Description("At most 5,000.")] ImmutableArray<CellBody?> Cells,
    [property: Description("Only say what would become of them.")] bool Trial = false)
{
    /// <summary>What was sent; one that says nothing is refused as any other that cannot be placed.</summary>
    public ImmutableArray<CellBody> Sent => Cells.IsDefault ? [] : [.. Cells.Select(cell => cell ?? new CellBody(default, null, null))];
}

/// <summary>A value for a cell.</summary>
internal sealed record CellBody(
    [property: Description("The first day of the period.")] DateOnly Period,
    [property: Description("The values that name the row, by column.")] Dictionary<string, string>? Row,
    string? Column,
    [property: Description("The value: a number, a text, true or false, a date as text; null to empty the cell.")] JsonElement? Value = null,
    [property: Description("Instead of a value: what a person wrote, in the language of Accept-Language, such as 1 234,5.")] string? Text = null,
    [property: Description("The version that was seen; 0 when nothing had been entered.")] int Version = 0)
{
    public CellEdit Edit(Tongue tongue) => new(
        Period, (Row ?? []).ToImmutableSortedDictionary(StringComparer.Ordinal), Column ?? "",
        Text ?? Value switch
        {
            null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => null,
            { ValueKind: JsonValueKind.String } text => text.GetString(),
            // Without an exponent, in which people do not write.
            { ValueKind: JsonValueKind.Number } number when number.TryGetDecimal(out var exact) => exact.ToString(CultureInfo.InvariantCulture),
            { } other => other.GetRawText(),
        },
        Text is null ? Tongue.English : tongue, Version);
}
