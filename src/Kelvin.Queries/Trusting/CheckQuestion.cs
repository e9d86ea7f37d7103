using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Catalog;
using Kelvin.Catalog.Expectations;
using Kelvin.Compiler;
using Kelvin.Formulas;
using Kelvin.Language;

namespace Kelvin.Queries.Trusting;

/// <summary>A check as a question, and the metrics that it asks for.</summary>
internal sealed class CheckQuestion
{
    private CheckQuestion(DataCheck check, ImmutableArray<Metric> metrics, MetricQuery query) => (Check, Metrics, Query) = (check, metrics, query);

    /// <summary>The check.</summary>
    public DataCheck Check { get; }

    /// <summary>What it asks for, under names that no definition can have.</summary>
    public ImmutableArray<Metric> Metrics { get; }

    /// <summary>The question.</summary>
    public MetricQuery Query { get; }

    /// <summary>The question of a check, or null for one that is put in another way.</summary>
    public static CheckQuestion? Of(DataCheck check) => check.Subject switch
    {
        CheckSubject.Condition condition => Of(
            check, [condition.Measured, .. condition.Bounds, condition.Holds], condition.Slices, isFilled: condition.Slices.Per is not null),
        CheckSubject.Rows rows => Of(check, [rows.Failing, rows.All], new CheckSlices(null, [], rows.Over), isFilled: false),
        CheckSubject.Complete complete => Of(check, [complete.Count], complete.Slices, isFilled: true),
        CheckSubject.Usual usual => Of(check, [usual.Measured], new CheckSlices(usual.Per, [], UsualPeriods.RangeOf(usual.Per)), isFilled: true),
        _ => null,
    };

    private static CheckQuestion Of(DataCheck check, ImmutableArray<MetricExpression> expressions, CheckSlices slices, bool isFilled)
    {
        ImmutableArray<Metric> metrics = [.. expressions.Select((expression, index) => Asked($"{check.Name} {index}", expression))];
        return new CheckQuestion(check, metrics, new MetricQuery
        {
            Metrics = [.. metrics.Select(metric => metric.Name)],
            Grain = slices.Per,
            By = slices.By,
            Range = slices.Over,
            Fill = isFilled,
        });
    }

    /// <summary>Nothing counted is none.</summary>
    private static Metric Asked(string name, MetricExpression expression) => new(name, LocalText.Same(name), name, expression)
    {
        EmptyIsZero = true,
        Grain = Grain.Day,
        Version = name,
    };
}
