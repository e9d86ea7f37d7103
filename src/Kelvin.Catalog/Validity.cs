namespace Kelvin.Catalog;

/// <summary>
/// The time for which a row holds, as in a slowly changing dimension: from its start up to but not including its end, and no
/// longer than until the next row of the same key. A row without a start never holds.
/// </summary>
/// <param name="From">The stored date or instant column of the start.</param>
/// <param name="To">That of the end, missing where the row still holds; null where only the next row ends it.</param>
public sealed record Validity(string From, string? To)
{
    /// <inheritdoc />
    public override string ToString() => $"{From}..{To}";
}
