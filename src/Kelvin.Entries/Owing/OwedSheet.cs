using Kelvin.Calendars;
using Kelvin.Catalog.Forms;

namespace Kelvin.Entries.Owing;

/// <summary>Numbers that somebody owes, or has given, for a period.</summary>
/// <param name="Form">The form.</param>
/// <param name="Period">The period.</param>
/// <param name="Owner">Who owes them; null when nobody is named.</param>
/// <param name="Status">How far they have come.</param>
/// <param name="DueOn">The last day on which they are in time; null when they are not owed.</param>
/// <param name="RemindFrom">The day from which people are reminded; null likewise.</param>
/// <param name="Today">The day on which this was worked out.</param>
public sealed record OwedSheet(Form Form, Period Period, string? Owner, SheetStatus Status, DateOnly? DueOn, DateOnly? RemindFrom, DateOnly Today)
{
    /// <summary>Whether whoever owes them has nothing left to do.</summary>
    public bool IsHandedIn => Status is SheetStatus.Submitted or SheetStatus.Approved;

    /// <summary>Whether the day has passed and they are not handed in.</summary>
    public bool IsOverdue => !IsHandedIn && DueOn < Today;

    /// <summary>Whether people are to be reminded: soon due, today at the latest, and not handed in.</summary>
    public bool IsReminded => !IsHandedIn && !IsOverdue && RemindFrom <= Today;

    /// <summary>Whether they wait for somebody to approve them.</summary>
    public bool WaitsForApproval => Status == SheetStatus.Submitted && Form.NeedsApproval;

    /// <summary>How many days late, or 0.</summary>
    public int DaysLate => IsOverdue ? Today.DayNumber - DueOn!.Value.DayNumber : 0;
}
