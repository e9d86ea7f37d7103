using System.Collections.Immutable;

namespace Kelvin.Entries.Owing;

/// <summary>Numbers that are owed or wait, of all forms or of one person.</summary>
/// <param name="Sheets">Those of every form; overdue ones first, then by the day on which they are due.</param>
public sealed record OwedList(ImmutableArray<OwedSheet> Sheets)
{
    /// <summary>Not handed in, and the day has passed.</summary>
    public IEnumerable<OwedSheet> Overdue => Sheets.Where(sheet => sheet.IsOverdue);

    /// <summary>Not handed in, and soon due.</summary>
    public IEnumerable<OwedSheet> Reminded => Sheets.Where(sheet => sheet.IsReminded);

    /// <summary>Handed in, and waiting for somebody to approve them.</summary>
    public IEnumerable<OwedSheet> Waiting => Sheets.Where(sheet => sheet.WaitsForApproval);
}
