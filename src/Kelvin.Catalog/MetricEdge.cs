namespace Kelvin.Catalog;

/// <summary>One metric that has a bearing on another.</summary>
/// <param name="From">The metric that drives, or that the formula refers to.</param>
/// <param name="To">The metric that is driven, or whose formula it is.</param>
/// <param name="IsPartOfFormula">Whether <paramref name="To"/> is worked out from it; else people say that it drives.</param>
public readonly record struct MetricEdge(string From, string To, bool IsPartOfFormula);
