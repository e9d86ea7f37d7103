namespace Kelvin.Compiler.Binding;

/// <summary>The rows that measures are taken of, and what places them in time: names of a question may mean another thing in each.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Axis">The column that places a row in time, or null.</param>
public sealed record RowSource(string Dataset, TimeAxis? Axis)
{
    /// <inheritdoc />
    public override string ToString() => Axis is null ? Dataset : $"{Dataset} by {Axis}";
}
