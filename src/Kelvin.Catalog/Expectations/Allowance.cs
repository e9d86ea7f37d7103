namespace Kelvin.Catalog.Expectations;

/// <summary>How many rows may be other than a check says.</summary>
/// <param name="Number">So many rows; or, as a share, such a part of all rows, 0 to 1.</param>
/// <param name="IsShare">Which of the two it is.</param>
public readonly record struct Allowance(decimal Number, bool IsShare)
{
    /// <summary>Not one.</summary>
    public static Allowance None { get; } = new(0, false);

    /// <summary>Whether so many of all rows are allowed.</summary>
    public bool Allows(decimal failing, decimal rows) => failing <= (IsShare ? Number * rows : Number);
}
