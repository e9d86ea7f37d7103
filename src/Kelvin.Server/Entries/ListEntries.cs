using System.ComponentModel;
using Kelvin.Entries;
using Kelvin.Entries.Owing;
using Kelvin.Web.Reading;

namespace Kelvin.Server.Entries;

/// <summary><c>GET /api/v1/entries</c></summary>
internal static class ListEntries
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/entries", ListAsync)
        .WithName("ListEntries")
        .WithSummary("Who owes which numbers by when")
        .Produces<OwedListBody>()
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> ListAsync(
        [Description("What this person owes, and what waits for them to approve; everybody's when left out.")] string? person,
        [Description("How many days to look ahead; 31 when left out, at most 400.")] int? days, ListOwed owing, Reader reader, HttpRequest request, CancellationToken cancellationToken)
    {
        var named = string.IsNullOrWhiteSpace(person) ? null : PersonName.Of(person);
        if (named is { IsSound: false })
            return EntryProblem.Of(request, named.Issues);
        var owed = await owing.ListAsync(named?.Value, days ?? ListOwed.UsualDaysAhead, cancellationToken);
        return Results.Ok(new OwedListBody([.. owed.Sheets.Select(sheet => OwedBody.Of(sheet, reader.Tongue))]));
    }
}
