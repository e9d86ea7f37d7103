using System.Globalization;
using Kelvin.Formulas;

namespace Kelvin.Compiler;

/// <summary>Prints checked expressions for <c>explain</c>: readable, one line, the same for equal expressions.</summary>
public static class ExpressionText
{
    /// <summary>An aggregate as text.</summary>
    public static string Of(MetricExpression.Aggregate aggregate)
    {
        var fraction = aggregate.Fraction is { } value ? ", " + value.ToString(CultureInfo.InvariantCulture) : "";
        var where = aggregate.Where is null ? "" : " where " + Of(aggregate.Where);
        var argument = aggregate.Kind switch
        {
            AggregateKind.Count => aggregate.Dataset + where,
            AggregateKind.Share => $"{aggregate.Dataset}{where}, {Of(aggregate.Value!)}",
            AggregateKind.PercentileDiscrete => $"{aggregate.Dataset}: {Of(aggregate.Value!)}{fraction}, discrete{where}",
            _ => $"{aggregate.Dataset}: {Of(aggregate.Value!)}{fraction}{where}",
        };
        var function = aggregate.Kind == AggregateKind.PercentileDiscrete ? AggregateKind.Percentile : aggregate.Kind;
        return $"{function.ToString().ToLowerInvariant()}({argument})";
    }

    /// <summary>A row expression as text, in the language of formulas.</summary>
    public static string Of(RowExpression expression) => FormulaNotation.Of(expression);

    /// <summary>A window as text.</summary>
    public static string Of(TimeWindow window) => window switch
    {
        TimeWindow.Prior prior => $"prior {prior.By}",
        TimeWindow.Trailing trailing => $"trailing {trailing.Length}",
        TimeWindow.ToDate toDate => $"{toDate.Within} to date",
        TimeWindow.Cumulative => "cumulative",
        TimeWindow.AtStart start => $"first {start.Of} of the {start.Within}",
        _ => throw new InvalidOperationException($"No text for {window.GetType().Name}."),
    };
}
