using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Interchange.Dbt.Planning;
using Kelvin.Interchange.Writing;
using Kelvin.Language;

namespace Kelvin.Interchange.Reports;

/// <summary>Definitions of another tool as ours, and what became of each.</summary>
/// <param name="Files">Files for a workspace, which accepts all that they say.</param>
/// <param name="Report">What became of everything that was read.</param>
public sealed record ImportedDefinitions(ImmutableArray<DefinitionFile> Files, InterchangeReport Report)
{
    /// <summary>What a workspace accepts of these files; the rest is left out, with the reason at the element it comes from.</summary>
    internal static ImportedDefinitions Accepted(ImmutableArray<DefinitionFile> files, IReadOnlyList<ReportedElement> elements, IEnumerable<Issue> remarks)
    {
        var (accepted, refused) = Acceptance.Of(files);
        var lost = refused.Where(refusal => !refusal.IsPart).Select(refusal => (refusal.IsDataset, refusal.Name)).ToHashSet();
        ReportedElement[] told = [.. elements.Select(element => element with { CameAlong = element.CameAlong && !lost.Contains(KeyOf(element)) })];
        var reasons = refused.Select(refusal => refusal.Reason.AsWarning() with
        {
            Place = told.FirstOrDefault(element => KeyOf(element) == (refusal.IsDataset, refusal.Name))?.Place,
        });
        return new ImportedDefinitions(accepted, InterchangeReport.Of(told, remarks.Concat(reasons).Distinct()));
    }

    private static (bool IsDataset, string Name) KeyOf(ReportedElement element) => (element.Kind == ElementKind.Dataset, DefinitionNames.Fit(element.Name));
}
