namespace Kelvin.Entries.Keeping;

/// <summary>How far a row has come.</summary>
public enum RowStatus
{
    /// <summary>Something has been entered that nobody has vouched for yet.</summary>
    Draft,

    /// <summary>Whoever owes it has handed it in. It counts at once where nobody has to approve it.</summary>
    Submitted,

    /// <summary>Whoever approves has sent it back with a comment.</summary>
    Returned,

    /// <summary>It has been approved, and counts.</summary>
    Approved,
}
