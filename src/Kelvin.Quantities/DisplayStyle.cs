namespace Kelvin.Quantities;

/// <summary>How much of a number is shown.</summary>
public enum DisplayStyle
{
    /// <summary>As read in a table: rounded to what the unit needs, <c>1 234 567,50 kr</c>.</summary>
    Full,

    /// <summary>As read at a glance, three figures or so: <c>1,2 mkr</c>.</summary>
    Compact,

    /// <summary>As read at a mark of an axis: compact, and no decimals that are only zeros, <c>20 %</c>.</summary>
    Axis,

    /// <summary>As read down a column: as <see cref="Full"/>, but lengths of time stay in the unit they are stored in.</summary>
    Column,

    /// <summary>Every digit there is, in the unit it is stored in.</summary>
    Exact,
}
