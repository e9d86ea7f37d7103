using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Catalog.Forms;
using Kelvin.Entries;
using Kelvin.Entries.Owing;
using Kelvin.Web.Elements;
using Kelvin.Web.Entry.Words;
using Kelvin.Web.Metrics.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Kelvin.Web.Entry.List;

/// <summary>Numbers that somebody owes, what waits for approval, and every form.</summary>
public sealed partial class EntryPage
{
    [SupplyParameterFromQuery]
    public bool All { get; set; }

    [CascadingParameter]
    public HttpContext Http { get; set; } = null!;

    [Inject]
    private ICurrentCatalog Catalogs { get; set; } = null!;

    [Inject]
    private ListOwed Owing { get; set; } = null!;

    private ImmutableArray<(string Key, ImmutableArray<OwedSheet> Sheets)> Groups { get; set; } = [];

    private ImmutableArray<Form> Forms => [.. Catalogs.Current.Forms.Values];

    private Wording Words { get; set; } = null!;

    private bool IsMine => !All && Reader.Person is not null;

    private string Lead => EntryWords.Say(Reader, Reader.Person is null ? "lead-anyone" : "lead", ("n", Groups.Sum(group => group.Sheets.Count(sheet => sheet.IsOverdue))));

    private string CalendarAddress => "/api/v1/entries/calendar.ics" + (IsMine ? "?person=" + Uri.EscapeDataString(Reader.Person!) : "");

    private TableView FormTable => new(
        [new(Say("form")), new(Say("grain")), new(Say("owners")), new(Say("approvers"))],
        [.. Forms.Select(form => (ImmutableArray<TableCell>)
        [
            new(Reader.Read(form.Label), EntryAddress.Of(form.Name)), new(Words.OtherGrain(form.Grain) ?? Say("grains." + form.Grain.Name)),
            new(string.Join(", ", form.Owners.Select(owner => owner.Person))), new(form.NeedsApproval ? string.Join(", ", form.Approvers) : Say("no-approval"), IsMissing: !form.NeedsApproval),
        ])]);

    protected override async Task OnInitializedAsync()
    {
        Words = new Wording(Reader.Tongue, Catalogs.Current);
        var owed = await Owing.ListAsync(IsMine ? PersonName.Of(Reader.Person).Value : null, ListOwed.UsualDaysAhead, Http.RequestAborted);
        var isApprover = IsMine ? (Func<OwedSheet, bool>)(sheet => sheet.Form.MayApprove(Reader.Person)) : _ => true;
        Groups =
        [
            .. new (string, ImmutableArray<OwedSheet>)[]
            {
                ("overdue", [.. owed.Overdue]),
                ("to-approve", [.. owed.Waiting.Where(isApprover)]),
                ("due", [.. owed.Sheets.Where(sheet => !sheet.IsHandedIn && !sheet.IsOverdue)]),
                ("handed-in", [.. owed.Sheets.Where(sheet => sheet.IsHandedIn && !(sheet.WaitsForApproval && isApprover(sheet))).Reverse().Take(5)]),
            }.Where(group => !group.Item2.IsEmpty),
        ];
    }

    private string? DayOf(OwedSheet sheet) => sheet.DueOn is { } day ? Words.Period(Words.Calendar.DayPeriod(day)) : null;

    private string Say(string key) => EntryWords.Say(Reader, key);
}
