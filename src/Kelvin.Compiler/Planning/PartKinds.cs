namespace Kelvin.Compiler.Planning;

/// <summary>The algebra of parts: which may be put together from the parts of smaller groups.</summary>
public static class PartKinds
{
    /// <summary>
    /// Whether the part of a whole follows from the parts of its pieces: sums and counts add up, extremes are extremes of
    /// extremes. The others are holistic: they need the rows.
    /// </summary>
    public static bool IsMergeable(this PartKind kind) =>
        kind is PartKind.Rows or PartKind.Known or PartKind.Holding or PartKind.Sum or PartKind.Min or PartKind.Max;
}
