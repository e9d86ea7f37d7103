using Kelvin.Language;

namespace Kelvin.Catalog.Expectations;

/// <summary>What the rows of a dataset must be like after every load.</summary>
/// <param name="Name">Its name among the checks of its dataset.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Otherwise">What happens when they are not.</param>
public sealed record DataCheck(string Name, CheckSubject Subject, CheckConsequence Otherwise)
{
    /// <summary>What people call it; null for words that say what it is about.</summary>
    public LocalText? Label { get; init; }

    /// <summary>Why it matters, or null when nobody said.</summary>
    public LocalText? Why { get; init; }

    /// <summary>Who looks after it, or null.</summary>
    public string? Owner { get; init; }

    /// <summary>Where it is defined.</summary>
    public Place? Place { get; init; }
}
