namespace Kelvin.Samples;

/// <summary>How far the making of the sample company has come.</summary>
/// <param name="Day">The day of its life that has just been written.</param>
/// <param name="Done">The part of the work done, 0 to 1.</param>
public readonly record struct SampleProgress(DateOnly Day, double Done);
