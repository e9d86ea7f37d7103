using Kelvin.Entries.Keeping;

namespace Kelvin.Entries.Owing;

/// <summary>How far the rows that somebody owes for a period have come together.</summary>
public enum SheetStatus
{
    /// <summary>Nothing has been entered.</summary>
    NotBegun,

    /// <summary>Something has, and not all of it has been submitted.</summary>
    Draft,

    /// <summary>Something has been sent back.</summary>
    Returned,

    /// <summary>All has been submitted, and waits for approval where the form asks for it.</summary>
    Submitted,

    /// <summary>All has been approved.</summary>
    Approved,
}

/// <summary>Adds up how far rows have come.</summary>
public static class SheetStatuses
{
    /// <summary>
    /// The status of rows together: the least of them decides, but a row that was added to the form after the others were submitted does
    /// not hold them back.
    /// </summary>
    public static SheetStatus Of(IEnumerable<RowStatus?> rows)
    {
        var known = rows.OfType<RowStatus>().ToHashSet();
        return known.Contains(RowStatus.Returned) ? SheetStatus.Returned
            : known.Contains(RowStatus.Draft) ? SheetStatus.Draft
            : known.Contains(RowStatus.Submitted) ? SheetStatus.Submitted
            : known.Contains(RowStatus.Approved) ? SheetStatus.Approved
            : SheetStatus.NotBegun;
    }
}
