using Kelvin.Calendars;
using Kelvin.Compiler.Binding;

namespace Kelvin.Compiler.Pinning;

/// <summary>The local days from a measure's first row to its last.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Days">The days, from the first up to but not including the one after the last.</param>
public sealed record MeasureData(Measure Measure, Period Days);
