using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Language;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Kelvin.Web.Metrics.List;

/// <summary>Every metric, by department.</summary>
public sealed partial class MetricListPage
{
    [SupplyParameterFromQuery(Name = "q")]
    public string? Search { get; set; }

    [CascadingParameter]
    public HttpContext Http { get; set; } = null!;

    [Inject]
    private MetricOverview Overview { get; set; } = null!;

    [Inject]
    private ICurrentCatalog Catalogs { get; set; } = null!;

    private ImmutableArray<DepartmentReading> Departments { get; set; } = [];

    private int Count => Departments.Sum(department => department.Metrics.Length);

    private bool IsEmptyWorkspace => Catalogs.Current.Metrics.IsEmpty;

    private ImmutableArray<Issue> Faults => Catalogs.Current.Issues;

    protected override async Task OnInitializedAsync() => Departments = await Overview.ReadAsync(Search, Http.RequestAborted);
}
