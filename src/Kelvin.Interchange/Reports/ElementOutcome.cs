namespace Kelvin.Interchange.Reports;

/// <summary>What became of an element on its way from one tool to another, from the best to the worst.</summary>
public enum ElementOutcome
{
    /// <summary>It came along whole.</summary>
    Whole,

    /// <summary>It came along, and something was assumed that should be looked at.</summary>
    Assumed,

    /// <summary>It is no definition here but can be asked as a question.</summary>
    Asked,

    /// <summary>It came along without a part that has no counterpart.</summary>
    Partial,

    /// <summary>It was left out.</summary>
    LeftOut,
}
