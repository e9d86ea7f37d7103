namespace Kelvin.Quantities;

/// <summary>How a number without dimension is meant, which decides how it is shown.</summary>
public enum DimensionlessKind
{
    /// <summary>A plain number.</summary>
    Number,

    /// <summary>A part of a whole or a ratio of like to like: shown in percent.</summary>
    Share,

    /// <summary>A difference between shares: shown in percentage points.</summary>
    SharePoints,
}
