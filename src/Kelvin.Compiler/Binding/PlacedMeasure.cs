using System.Collections.Immutable;
using Kelvin.Formulas;

namespace Kelvin.Compiler.Binding;

/// <summary>A measure, and the windows of time through which its formula sees it.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Path">The windows, the outermost first.</param>
public sealed record PlacedMeasure(Measure Measure, ImmutableArray<TimeWindow> Path);
