using System.Collections.Immutable;
using Kelvin.Interchange.Dbt.Definitions;

namespace Kelvin.Interchange.Dbt.Planning;

/// <summary>Where each measure stands.</summary>
internal sealed class DbtMeasures(IEnumerable<DatasetPlan> plans)
{
    private readonly ImmutableDictionary<string, (DatasetPlan Rows, DbtMeasure Measure)> _byName = plans
        .SelectMany(plan => plan.Model.Measures.Select(measure => (Rows: plan, Measure: measure)))
        .DistinctBy(one => one.Measure.Name).ToImmutableDictionary(one => one.Measure.Name, StringComparer.Ordinal);

    /// <summary>A measure and the dataset whose rows it aggregates; null when there is none of this name.</summary>
    public (DatasetPlan Rows, DbtMeasure Measure)? Find(string name) => _byName.TryGetValue(name, out var found) ? found : null;

    /// <summary>Measures that are metrics by themselves, as metrics.</summary>
    public IEnumerable<DbtMetric.Simple> Metrics() =>
        // In the order of the files: a dictionary's own differs from run to run.
        from one in _byName.Values.OrderBy(one => one.Measure.Place.File, StringComparer.Ordinal).ThenBy(one => one.Measure.Place.Line).ThenBy(one => one.Measure.Place.Column)
        where one.Measure.MakesMetric
        select new DbtMetric.Simple(one.Measure.Name, [], one.Measure.Place, new MeasureInput(one.Measure.Name, [], one.Measure.Place))
        {
            Label = one.Measure.Label,
            Description = one.Measure.Description,
        };
}
