namespace Kelvin.Compiler.Planning;

/// <summary>A scan's column under its name in the plan.</summary>
/// <param name="Part">Index of the part.</param>
/// <param name="Name">Its name from here on.</param>
public sealed record PickedColumn(int Part, string Name)
{
    /// <inheritdoc />
    public override string ToString() => $"{Scan.PartColumn(Part)} as {Name}";
}
