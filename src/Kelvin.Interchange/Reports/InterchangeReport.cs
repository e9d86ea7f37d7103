using System.Collections.Immutable;
using Kelvin.Language;

namespace Kelvin.Interchange.Reports;

/// <summary>What became of everything that was read: a line for each element, with the remarks that belong to it.</summary>
/// <param name="Lines">Elements in their order, then remarks that belong to none.</param>
public sealed record InterchangeReport(ImmutableArray<ReportLine> Lines)
{
    /// <summary>Whether something is missing afterwards.</summary>
    public bool IsLossy => Lines.Any(line => line.IsLossy);

    /// <summary>Whether files could not be read.</summary>
    public bool HasErrors => Lines.Any(line => line.Remarks.Any(remark => remark.Severity == Severity.Error));

    /// <summary>How many elements of a kind came along.</summary>
    public int Count(ElementKind kind) => Lines.Count(line => line.Element is { CameAlong: true } element && element.Kind == kind);

    /// <summary>How many elements and remarks had this outcome.</summary>
    public int Count(ElementOutcome outcome) => Lines.Count(line => line.Outcome == outcome);

    /// <summary>Gives every remark to the element it speaks of.</summary>
    public static InterchangeReport Of(IReadOnlyList<ReportedElement> elements, IEnumerable<Issue> remarks)
    {
        var byOwner = remarks.ToLookup(remark => OwnerOf(remark, elements));
        return new InterchangeReport(
        [
            .. elements.Select(element => new ReportLine(element, [.. byOwner[element]])),
            .. byOwner[null].Select(remark => new ReportLine(null, [remark])),
        ]);
    }

    /// <summary>The last element that begins before the remark's place; an element inside another must be named.</summary>
    private static ReportedElement? OwnerOf(Issue remark, IReadOnlyList<ReportedElement> elements)
    {
        if (remark.Place is not { } place)
            return null;
        var named = remark.Arguments.GetValueOrDefault("name") as string;
        return elements.Where(element => element.BeginsBefore(place) && (!element.IsInside || element.Name == named || element.Place == place))
            .MaxBy(element => (element.Place!.Line, element.Place.Column));
    }
}
