using System.Collections.Immutable;
using System.ComponentModel;
using Kelvin.Entries.Owing;
using Kelvin.Language;

namespace Kelvin.Server.Entries;

/// <summary>Numbers that are owed, and what waits for approval.</summary>
internal sealed record OwedListBody([property: Description("Overdue first, then by the day on which they are due.")] ImmutableArray<OwedBody> Entries);

/// <summary>Numbers of a period that somebody owes.</summary>
internal sealed record OwedBody(
    string Form, string Label, [property: Description("The first day of the period.")] DateOnly Period, string? Owner,
    [property: Description("not_begun, draft, returned, submitted or approved.")] SheetStatus Status,
    [property: Description("The last day on which they are in time; absent when they are not owed.")] DateOnly? DueOn,
    [property: Description("Whether that day has passed and they are not handed in.")] bool Overdue,
    [property: Description("Whether people are to be reminded.")] bool Reminded,
    [property: Description("Whether they wait for approval.")] bool WaitsForApproval)
{
    public static OwedBody Of(OwedSheet sheet, Tongue tongue) => new(
        sheet.Form.Name, sheet.Form.Label.In(tongue), sheet.Period.FirstDay, sheet.Owner, sheet.Status, sheet.DueOn, sheet.IsOverdue, sheet.IsReminded, sheet.WaitsForApproval);
}
