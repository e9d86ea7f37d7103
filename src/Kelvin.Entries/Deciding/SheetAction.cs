namespace Kelvin.Entries.Deciding;

/// <summary>Something that a person does with the rows of a period.</summary>
/// <param name="Form">The form's name.</param>
/// <param name="Period">The first day of the period.</param>
/// <param name="Person">Who does it.</param>
public sealed record SheetAction(string Form, DateOnly Period, PersonName Person)
{
    /// <summary>Whose rows are meant; null for all, empty for those that nobody owes.</summary>
    public string? Owner { get; init; }

    /// <summary>
    /// What whoever approves has seen: the rounds of the rows that wait, added up. Other numbers than these are not approved; null to
    /// approve whatever waits.
    /// </summary>
    public long? Seen { get; init; }

    /// <summary>What is said: why numbers are corrected or sent back, or anything else; or null.</summary>
    public string? Comment { get; init; }
}
