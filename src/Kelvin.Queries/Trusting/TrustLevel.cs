namespace Kelvin.Queries.Trusting;

/// <summary>How far a dataset can be relied on, from the best to the worst.</summary>
public enum TrustLevel
{
    /// <summary>Nothing speaks against it.</summary>
    Sound,

    /// <summary>Rows that were expected have not come, or are older than they should be.</summary>
    Late,

    /// <summary>A load waits outside because checks refused it: what is here is older than it should be.</summary>
    Blocked,

    /// <summary>Its rows are not as a check says.</summary>
    Failing,

    /// <summary>Nothing was ever loaded.</summary>
    Empty,
}
