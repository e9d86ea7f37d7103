using System.Collections.Immutable;
using Kelvin.Formulas.Checking.Rows;
using Kelvin.Formulas.Checking.Words;
using Kelvin.Formulas.Syntax;

namespace Kelvin.Formulas.Checking.Metrics;

/// <summary>Checks <c>filtered(metric, condition)</c>: the condition must make sense for the rows of every dataset that the metric reads.</summary>
internal sealed class MetricFilters(Findings findings, MetricChecker checker)
{
    public MetricExpression? Check(Formula.Call call)
    {
        if (call.Where is not null)
        {
            findings.Report(call.Where, "formula.where-not-here", ("function", call.Function));
            return null;
        }
        if (!Arity.Holds(findings, call, 2, 2) || checker.Check(call.Arguments[0]) is not { } metric)
            return null;
        var datasets = MetricRows.Of(metric, findings.Scope);
        if (datasets.IsEmpty)
        {
            findings.Report(call.Arguments[0], "formula.filter-of-nothing", ("written", Written.Of(call.Arguments[0])));
            return null;
        }
        var conditions = ImmutableArray.CreateBuilder<MetricExpression.RowsWhere>();
        foreach (var dataset in datasets)
            if (findings.Scope.Dataset(dataset) is { } rows && new RowChecker(findings, rows, call.Function).Condition(call.Arguments[1]) is { } condition)
                conditions.Add(new MetricExpression.RowsWhere(dataset, condition));
        return conditions.Count == datasets.Length ? new MetricExpression.Filtered(metric, conditions.ToImmutable(), metric.Unit) : null;
    }
}
