using System.Collections.Immutable;
using Kelvin.Formulas;

namespace Kelvin.Catalog.Checking;

/// <summary>The names of a catalog as the formula of a metric with a <c>time:</c> of its own sees them: its datasets stand on its axes.</summary>
/// <param name="names">The catalog's names.</param>
/// <param name="axes">The metric's axes by dataset. One over a link places rows, and is no column of theirs.</param>
internal sealed class ScopeOnAxes(IFormulaScope names, ImmutableSortedDictionary<string, ColumnPath> axes) : IFormulaScope
{
    public IEnumerable<string> DatasetNames => names.DatasetNames;

    public IEnumerable<string> MetricNames => names.MetricNames;

    public IEnumerable<string> CalendarGrains => names.CalendarGrains;

    public DatasetSymbol? Dataset(string name) =>
        names.Dataset(name) is { } dataset && axes.GetValueOrDefault(name) is { Links.IsEmpty: true, Column: var own } ? dataset with { Time = own } : names.Dataset(name);

    public MetricSymbol? Metric(string name) => names.Metric(name);
}
