using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Language;
using Kelvin.Web.Reading;
using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Issues;

/// <summary>Everything that is wrong in the definition files, errors first.</summary>
public sealed partial class IssuesPage
{
    [Inject]
    private ICurrentCatalog Catalogs { get; set; } = null!;

    [Inject]
    private DefinitionText Definition { get; set; } = null!;

    private ImmutableArray<Issue> Issues => [.. Catalogs.Current.Issues.OrderByDescending(issue => issue.Severity)];

    private string? TextOf(Place place) => place.File is { } file ? Definition(file) : null;
}
