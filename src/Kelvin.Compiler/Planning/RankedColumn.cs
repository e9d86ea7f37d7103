namespace Kelvin.Compiler.Planning;

/// <summary>A column that rows are ranked by.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsLeastFirst">Whether the least value is the best.</param>
public readonly record struct RankedColumn(string Name, bool IsLeastFirst)
{
    /// <inheritdoc />
    public override string ToString() => IsLeastFirst ? $"{Name}, least first" : Name;
}
