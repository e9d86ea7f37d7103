using System.ComponentModel;
using System.Text;
using Kelvin.Calendars;
using Kelvin.Catalog;
using Kelvin.Entries;
using Kelvin.Entries.Owing;
using Kelvin.Language;
using Kelvin.Web.Entry;
using Kelvin.Web.Reading;

namespace Kelvin.Server.Entries;

/// <summary><c>GET /api/v1/entries/calendar.ics</c></summary>
internal static class FeedCalendar
{
    private const int DaysAhead = 180;

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/entries/calendar.ics", FeedAsync)
        .WithName("FeedCalendar")
        .WithSummary("What is owed, for a calendar program to subscribe to")
        .Produces<string>(StatusCodes.Status200OK, "text/calendar")
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> FeedAsync(
        [Description("What this person owes; everybody's when left out.")] string? person,
        ListOwed owing, ICurrentCatalog catalogs, TimeProvider clock, Reader reader, HttpRequest request, CancellationToken cancellationToken)
    {
        var named = string.IsNullOrWhiteSpace(person) ? null : PersonName.Of(person);
        if (named is { IsSound: false })
            return EntryProblem.Of(request, named.Issues);
        var owed = await owing.ListAsync(named?.Value, DaysAhead, cancellationToken);
        var here = $"{request.Scheme}://{request.Host}";
        var calendar = catalogs.Current.CalendarIn();
        var text = CalendarFeed.Write(
            Texts.Say(reader.Tongue, "entry.page.calendar-name"), [.. owed.Sheets.Where(sheet => !sheet.IsHandedIn)],
            sheet => $"{sheet.Form.Label.In(reader.Tongue)}, {PeriodText.Write(sheet.Period, reader.Tongue, calendar)}{(sheet.Owner is null ? "" : $" ({sheet.Owner})")}",
            sheet => here + EntryAddress.OfPeriod(sheet.Form.Name, sheet.Period.FirstDay), clock.GetUtcNow());
        return Results.Text(text, "text/calendar", Encoding.UTF8);
    }
}
