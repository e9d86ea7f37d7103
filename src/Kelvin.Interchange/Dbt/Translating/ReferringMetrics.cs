using System.Collections.Immutable;
using Kelvin.Formulas;
using Kelvin.Formulas.Syntax;
using Kelvin.Interchange.Dbt.Definitions;
using Kelvin.Interchange.Dbt.Planning;
using Kelvin.Interchange.Dbt.Referring;
using Kelvin.Interchange.Sql;
using Kelvin.Language;

namespace Kelvin.Interchange.Dbt.Translating;

/// <summary>Says metrics that are made of other metrics: ratios and expressions.</summary>
/// <param name="find">The plan of a metric, or null.</param>
/// <param name="grains">Every grain that a name may end in.</param>
/// <param name="days">The days from which the project takes its time, or null.</param>
/// <param name="issues">Takes what has no counterpart.</param>
internal sealed class ReferringMetrics(Func<string, MetricPlan?> find, IReadOnlySet<string> grains, DatasetPlan? days, ICollection<Issue> issues)
{
    /// <summary>What a ratio or a derived metric becomes; null after an issue.</summary>
    public MetricPlan? Of(DbtMetric metric)
    {
        var inputs = metric switch
        {
            DbtMetric.Ratio ratio => [ratio.Numerator, ratio.Denominator],
            DbtMetric.Derived derived => derived.Inputs,
            _ => [],
        };
        var used = new List<(MetricInput Input, MetricPlan Plan, Formula Formula)>();
        foreach (var input in inputs)
            if (find(input.Name) is not { } plan)
                issues.Add(Issue.At(input.Place, "interchange.dbt-no-metric", ("name", metric.Name), ("metric", input.Name)).AsWarning());
            else if (Seen(metric, input, plan) is { } formula)
                used.Add((input, plan, formula));
        if (used.Count < inputs.Length || Combined(metric, used) is not { } combined)
            return null;
        ImmutableArray<RowAxis> axes = [.. used.SelectMany(one => one.Plan.Axes).Distinct()];
        var (where, isWhole) = Conditions.Of(metric.Name, metric.Filters, Names(axes), issues);
        return !isWhole ? null : new MetricPlan(metric, FormulaPrinter.Print(combined))
        {
            Axes = axes,
            Where = where is null ? null : FormulaPrinter.Print(where),
            JoinsToTimeSpine = used.Exists(one => one.Plan.JoinsToTimeSpine),
            SeesOtherTimes = used.Exists(one => one.Plan.SeesOtherTimes || one.Input.OffsetWindow is not null || one.Input.OffsetToGrain is not null),
        };
    }

    /// <summary>A metric as another sees it: under a filter, at an earlier time.</summary>
    private Formula? Seen(DbtMetric metric, MetricInput input, MetricPlan plan)
    {
        var (where, isWhole) = Conditions.Of(metric.Name, input.Filters, Names(plan.Axes), issues);
        if (!isWhole)
            return null;
        Formula seen = new Formula.Name([plan.Name]);
        if (where is not null)
            seen = new Formula.Call("filtered", [seen, where]);
        if (input.OffsetWindow is { } back)
            seen = Earlier(seen, back, plan);
        if (input.OffsetToGrain is { } grain)
            seen = new Formula.Call("at_start", [seen, new Formula.Name([DefinitionNames.Fit(grain)])]);
        return seen;
    }

    /// <summary>
    /// dbt moves each day by itself: by a month the last days of a long one all go to the last of a short one. What adds up is
    /// therefore added up day by day.
    /// </summary>
    private static Formula.Call Earlier(Formula metric, TimeLength back, MetricPlan plan)
    {
        var earlier = new Formula.Call("prior", [metric, new Formula.Number(back.Count, DefinitionNames.Fit(back.Grain) + (back.Count == 1 ? "" : "s"))]);
        return back.Grain is "month" or "quarter" or "year" && plan is { IsSum: true, Axes: [{ Granularity: "day" }] }
            ? new Formula.Call("total_of", [earlier, new Formula.Name(["day"])])
            : earlier;
    }

    private ConditionNames Names(ImmutableArray<RowAxis> axes) => new(axes, grains, isQuestion: true) { Metric = find, Days = days };

    private Formula? Combined(DbtMetric metric, List<(MetricInput Input, MetricPlan Plan, Formula Formula)> used)
    {
        if (metric is not DbtMetric.Derived { Expression: var expression })
            return new Formula.Binary(BinaryOperator.Divide, used[0].Formula, used[1].Formula);
        var names = new InputNames(used.DistinctBy(one => one.Input.CalledAs).ToDictionary(one => one.Input.CalledAs, one => one.Formula, StringComparer.OrdinalIgnoreCase));
        var (value, obstacle) = SqlTranslation.Of(expression.Text, names);
        if (value is null)
            issues.Add(Issue.At(expression.Place, "interchange.expression-lost", ("name", metric.Name), ("expression", expression.Text), ("obstacle", obstacle)).AsWarning());
        return value?.Formula;
    }

    private sealed class InputNames(IReadOnlyDictionary<string, Formula> inputs) : ISqlNames
    {
        public SqlValue? Column(string name) => inputs.TryGetValue(name, out var formula) ? new SqlValue(formula, ValueKind.Number) : null;

        public SqlValue? Reference(string written) => null;
    }
}
