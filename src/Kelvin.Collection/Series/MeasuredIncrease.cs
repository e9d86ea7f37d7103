namespace Kelvin.Collection.Series;

/// <summary>A sample with what it says beyond the one before it.</summary>
/// <param name="Sample">The sample.</param>
/// <param name="Time">When it was measured (UTC, to the microsecond).</param>
/// <param name="Increase">How much its count has grown since the sample before; null when that is not known, or it is no count.</param>
internal readonly record struct MeasuredIncrease(Sample Sample, DateTime Time, double? Increase);
