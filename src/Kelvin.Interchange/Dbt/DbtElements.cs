using System.Collections.Immutable;
using Kelvin.Interchange.Dbt.Planning;
using Kelvin.Interchange.Reports;

namespace Kelvin.Interchange.Dbt;

/// <summary>The elements of a dbt project, each with whether it came along.</summary>
internal static class DbtElements
{
    public static ImmutableArray<ReportedElement> Of(DbtImport import)
    {
        var metrics = import.Project.Metrics.Select(metric => metric.Name).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. import.Project.Models.Select(model => new ReportedElement(ElementKind.Dataset, model.Name, model.Place, CameAlong: true)),
            .. import.Project.Metrics.Select(metric => new ReportedElement(ElementKind.Metric, metric.Name, metric.Place, import.Metric(metric.Name) is not null)),
            .. new DbtMeasures(import.Datasets).Metrics().Where(measure => !metrics.Contains(measure.Name)).Select(measure =>
                new ReportedElement(ElementKind.Metric, measure.Name, measure.Place, import.Metric(measure.Name) is not null) { IsInside = true }),
            .. import.Project.SavedQueries.Select(query => new ReportedElement(ElementKind.Question, query.Name, query.Place, CameAlong: false)),
        ];
    }
}
