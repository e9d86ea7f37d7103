namespace Kelvin.Formulas.Checking;

/// <summary>An aggregate with the type of its result, which for minimum and its kin may be other than a number.</summary>
internal sealed record CheckedAggregate(MetricExpression.Aggregate Aggregate, DataType Type);
