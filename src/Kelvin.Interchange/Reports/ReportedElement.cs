using Kelvin.Language;

namespace Kelvin.Interchange.Reports;

/// <summary>An element of the files that were read.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Name">Its name there.</param>
/// <param name="Place">Where it begins.</param>
/// <param name="CameAlong">Whether it was written in the other form.</param>
public sealed record ReportedElement(ElementKind Kind, string Name, Place? Place, bool CameAlong)
{
    /// <summary>Whether it stands inside another element, so that only what names it is said of it.</summary>
    public bool IsInside { get; init; }

    /// <summary>Whether something begins at or after the place where this begins, in the same file.</summary>
    internal bool BeginsBefore(Place place) =>
        Place is { } start && start.File == place.File && (start.Line, start.Column).CompareTo((place.Line, place.Column)) <= 0;
}
