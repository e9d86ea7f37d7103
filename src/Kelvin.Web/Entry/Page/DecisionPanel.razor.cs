using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Catalog.Forms;
using Kelvin.Entries.Grids;
using Kelvin.Entries.Keeping;
using Kelvin.Entries.Owing;
using Kelvin.Web.Elements;
using Kelvin.Web.Entry.Words;
using Kelvin.Web.Metrics.Words;
using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Entry.Page;

/// <summary>Where the rows of a period are handed in, approved and sent back: a form for each who owes some.</summary>
public sealed partial class DecisionPanel
{
    [Parameter, EditorRequired]
    public Form Form { get; set; } = null!;

    [Parameter, EditorRequired]
    public GridPeriod Period { get; set; } = null!;

    [Inject]
    private ICurrentCatalog Catalogs { get; set; } = null!;

    private ImmutableArray<SheetToDecide> Sheets { get; set; } = [];

    protected override void OnParametersSet()
    {
        var wording = new Wording(Reader.Tongue, Catalogs.Current);
        Sheets =
        [
            .. Period.Rows.GroupBy(row => row.Row.Owner ?? "", StringComparer.Ordinal).Select((own, number) =>
            {
                var last = own.Select(row => row.Course).OfType<EntryRow>().MaxBy(course => course.DecidedAt ?? course.SubmittedAt ?? DateTimeOffset.MinValue);
                return new SheetToDecide(number, own.Key, SheetStatuses.Of(own.Select(row => row.Status)), last?.SubmittedBy, Told(last, wording), own.Any(row => row.Course is { HasCounted: true }),
                    own.Sum(row => row.Course is { Status: RowStatus.Submitted } course ? (long)course.Round : 0));
            }),
        ];
    }

    private (string Text, Tone Tone, IconName? Icon) StatusOf(SheetToDecide sheet) =>
        sheet.Status == SheetStatus.Submitted && Form.NeedsApproval ? (Say("status.waits"), Tone.Risk, IconName.Clock) : EntryWords.Status(Reader, sheet.Status);

    private static bool CanSubmit(SheetToDecide sheet) => sheet.Status is SheetStatus.NotBegun or SheetStatus.Draft or SheetStatus.Returned;

    private bool CanDecide(SheetToDecide sheet) =>
        sheet.Status == SheetStatus.Submitted && Form.MayApprove(Reader.Person) && !IsOwn(sheet);

    private bool CanTakeBack(SheetToDecide sheet) => sheet.Status == SheetStatus.Submitted && Form.NeedsApproval && IsOwn(sheet);

    private bool IsOwn(SheetToDecide sheet) => string.Equals(Reader.Person, sheet.SubmittedBy, StringComparison.OrdinalIgnoreCase);

    private string? Told(EntryRow? course, Wording wording) =>
        course is { Status: RowStatus.Returned or RowStatus.Approved, DecidedBy: { } by, DecidedAt: { } at }
            ? EntryWords.Say(Reader, course.Comment is null ? "decided" : "decided-saying", ("person", by), ("moment", wording.Moment(at)), ("comment", course.Comment ?? ""))
            : course is { SubmittedBy: { } person, SubmittedAt: { } when }
                ? EntryWords.Say(Reader, course.Reason is null ? "submitted" : "submitted-saying", ("person", person), ("moment", wording.Moment(when)), ("comment", course.Reason ?? ""))
                : null;

    private string Say(string key) => EntryWords.Say(Reader, key);

    /// <summary>The rows that somebody owes.</summary>
    private sealed record SheetToDecide(int Number, string Owner, SheetStatus Status, string? SubmittedBy, string? Told, bool IsCorrection, long Seen);
}
