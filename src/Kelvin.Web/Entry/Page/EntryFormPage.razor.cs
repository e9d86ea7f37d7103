using System.Collections.Immutable;
using System.Globalization;
using Kelvin.Calendars;
using Kelvin.Catalog;
using Kelvin.Catalog.Forms;
using Kelvin.Entries.Grids;
using Kelvin.Language;
using Kelvin.Web.Data;
using Kelvin.Web.Entry.Words;
using Kelvin.Web.Metrics.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Kelvin.Web.Entry.Page;

/// <summary>A form as a grid: several periods beside each other, or one with what was before, where it is submitted and approved too.</summary>
public sealed partial class EntryFormPage
{
    [Parameter]
    public string Name { get; set; } = "";

    /// <summary>A day of the one period that is shown; several when it is left out.</summary>
    [SupplyParameterFromQuery]
    public string? Period { get; set; }

    /// <summary>A day of the last of several periods; the current one when it is left out.</summary>
    [SupplyParameterFromQuery]
    public string? To { get; set; }

    /// <summary>Why what was asked for could not be done.</summary>
    [SupplyParameterFromQuery]
    public string? Refused { get; set; }

    [CascadingParameter]
    public HttpContext Http { get; set; } = null!;

    [Inject]
    private ICurrentCatalog Catalogs { get; set; } = null!;

    [Inject]
    private ReadGrid Reading { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private (string Text, string Href) Step => (Say("title"), EntryAddress.Start);

    private Form? Form { get; set; }

    private Grid? Grid { get; set; }

    private GridView? Sheet { get; set; }

    private ImmutableArray<Issue> Issues { get; set; } = [];

    private Calendars.Calendar Calendar { get; set; } = null!;

    private bool IsSingle => Period is not null || Form?.Overrides is not null;

    private bool IsRefusedSubmission => Refused == EntryAddress.Messages;

    private Issue? Refusal => RefusedText.Read(Refused);

    private Period First => Grid!.Periods[0].Period;

    private Period Last => Grid!.Periods[^1].Period;

    private string Title => IsSingle ? PeriodText.Write(First, Reader.Tongue, Calendar) : $"{PeriodText.Write(First, Reader.Tongue, Calendar)} – {PeriodText.Write(Last, Reader.Tongue, Calendar)}";

    private string Earlier => AddressOf(Calendar.Move(IsSingle ? First : Last, IsSingle ? -1 : -Grid!.Periods.Length));

    private string Later => AddressOf(Calendar.Move(Last, IsSingle ? 1 : Grid!.Periods.Length));

    protected override async Task OnInitializedAsync()
    {
        Calendar = Catalogs.Current.CalendarIn();
        Form = Catalogs.Current.Forms.GetValueOrDefault(Name);
        if (Form is null)
            Http.Response.StatusCode = StatusCodes.Status404NotFound;
        var read = await Reading.ReadAsync(Name, Form is null ? "today" : Range(Form), IsRefusedSubmission, Http.RequestAborted);
        Issues = read.Issues;
        Grid = read.Value;
        Sheet = Grid is null ? null : GridViews.Of(Grid, IsSingle, Reader, new Wording(Reader.Tongue, Catalogs.Current));
    }

    private string Range(Form form)
    {
        var last = Calendar.PeriodOf(form.Grain, Day(IsSingle ? Period : To) ?? Usual(form).FirstDay);
        var first = IsSingle ? last : Calendar.Move(last, 1 - Shown(form.Grain));
        return string.Create(CultureInfo.InvariantCulture, $"{first.FirstDay:yyyy-MM-dd}..{last.LastDay:yyyy-MM-dd}");
    }

    /// <summary>What is over is given, but for plans: they reach ahead.</summary>
    private Period Usual(Form form) =>
        Calendar.Move(Calendar.PeriodOf(form.Grain, Clock.GetUtcNow()), form.Due is { IsBefore: true } && !IsSingle ? Shown(form.Grain) - 2 : IsSingle ? -1 : 0);

    private static int Shown(Grain grain) => grain == Grain.Day ? 10 : grain == Grain.Week ? 8 : grain == Grain.Year ? 4 : 6;

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and < 2200 ? day : null;

    private string AddressOf(Period period) =>
        IsSingle ? EntryAddress.OfPeriod(Name, period.FirstDay) : string.Create(CultureInfo.InvariantCulture, $"{EntryAddress.Of(Name)}?to={period.FirstDay:yyyy-MM-dd}");

    private string Say(string key) => EntryWords.Say(Reader, key);
}
