using Kelvin.Catalog;

namespace Kelvin.Compiler.Binding;

/// <summary>A metric asked for, resolved.</summary>
/// <param name="Metric">Its definition.</param>
/// <param name="Expression">Its formula down to measures.</param>
public sealed record BoundMetric(Metric Metric, BoundExpression Expression);
