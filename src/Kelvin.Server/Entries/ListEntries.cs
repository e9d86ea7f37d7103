using System.ComponentModel;
using Kelvin.Entries;
using Kelvin.Entries.Owing;
using Kelvin.Web.Reading;

namespace Kelvin.Server.Entries;

/// <summary><c>GET /api/v1/entries</c></summary>
internal static class ListEntries
{
    private const int MostDays = 400;

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/entries", ListAsync)
        .WithName("ListEntries")
        .WithSummary("Who owes which numbers by when")
        .Produces<OwedListBody>();

    private static async Task<IResult> ListAsync(
        [Description("What this person owes, and what waits for them to approve; everybody's when left out.")] string? person,
        [Description("How many days to look ahead; 31 when left out.")] int? days, ListOwed owing, Reader reader, CancellationToken cancellationToken)
    {
        var owed = await owing.ListAsync(PersonName.Of(person).Value, Math.Clamp(days ?? ListOwed.UsualDaysAhead, 0, MostDays), cancellationToken);
        return Results.Ok(new OwedListBody([.. owed.Sheets.Select(sheet => OwedBody.Of(sheet, reader.Tongue))]));
    }
}
