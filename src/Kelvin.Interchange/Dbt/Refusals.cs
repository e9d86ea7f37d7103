using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Language;

namespace Kelvin.Interchange.Dbt;

/// <summary>Reads what was written as a workspace would.</summary>
internal static class Refusals
{
    /// <summary>What a workspace would not accept, each with its place in what was written.</summary>
    public static IEnumerable<Issue> Of(ImmutableArray<DefinitionFile> files) =>
        CatalogLoader.Load(files).Issues.Where(issue => issue.Severity == Severity.Error).Select(issue => issue.AsWarning());
}
