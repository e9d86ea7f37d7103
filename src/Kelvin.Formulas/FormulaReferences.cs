using System.Collections.Immutable;
using Kelvin.Formulas.Checking;
using Kelvin.Formulas.Syntax;

namespace Kelvin.Formulas;

/// <summary>What a checked expression reads directly: for the order of checking, for cycles and for impact.</summary>
/// <param name="Datasets">Datasets whose rows are read, those reached over links included; sorted.</param>
/// <param name="Columns">Columns that are read, link columns on the way included; sorted.</param>
/// <param name="Metrics">Metrics that are referred to by name; sorted.</param>
public sealed record FormulaReferences(
    ImmutableArray<string> Datasets, ImmutableArray<ColumnReference> Columns, ImmutableArray<string> Metrics)
{
    /// <summary>What a metric reads.</summary>
    public static FormulaReferences Of(MetricExpression expression, IFormulaScope scope)
    {
        var collected = new ReferenceCollector(scope);
        collected.Add(expression);
        return collected.References;
    }

    /// <summary>What an expression over the rows of a dataset reads.</summary>
    public static FormulaReferences Of(RowExpression expression, string dataset, IFormulaScope scope)
    {
        var collected = new ReferenceCollector(scope);
        collected.Add(expression, dataset);
        return collected.References;
    }

    /// <summary>
    /// The names written in a formula, before it is checked, in the order of reading; names of datasets included.
    /// </summary>
    public static ImmutableArray<Formula.Name> NamesIn(Formula formula) => [.. WrittenNames.In(formula)];

    /// <summary>The metrics whose values a formula asks of rows, as in <c>metric(bookings by listing_id)</c>, before it is checked.</summary>
    public static ImmutableArray<Formula.MetricOf> MetricsOfRowsIn(Formula formula) => [.. WrittenNames.MetricsIn(formula)];

    /// <summary>The conversions in a checked expression, not in metrics that it refers to.</summary>
    public static IEnumerable<MetricExpression.Conversion> Conversions(MetricExpression expression) =>
        expression is MetricExpression.Conversion conversion ? [conversion] : ExpressionParts.Of(expression).SelectMany(Conversions);

    /// <summary>Whether what stands inside a function are rows: a bare name there is a column, outside it is a metric.</summary>
    public static bool IsOfRows(string function) =>
        FunctionNames.Aggregates.Contains(function) || FunctionNames.Balances.Contains(function) || FunctionNames.Events.Contains(function);

    /// <inheritdoc />
    public bool Equals(FormulaReferences? other) =>
        other is not null && Datasets.SequenceEqual(other.Datasets) && Columns.SequenceEqual(other.Columns) && Metrics.SequenceEqual(other.Metrics);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Datasets.Length, Columns.Length, Metrics.Length);
}
