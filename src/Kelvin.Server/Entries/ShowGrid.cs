using System.ComponentModel;
using Kelvin.Entries.Grids;
using Kelvin.Web.Reading;

namespace Kelvin.Server.Entries;

/// <summary><c>GET /api/v1/forms/{name}/grid</c></summary>
internal static class ShowGrid
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/forms/{name}/grid", ShowAsync)
        .WithName("ShowGrid")
        .WithSummary("The cells of a form")
        .WithDescription("What counts and what has been entered since, by period and row, with versions: whoever saves a cell says which version they saw.")
        .Produces<GridBody>()
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> ShowAsync(
        [Description("The form's name.")] string name, [Description("The periods, as a question's range: 2026-03, last 6 months.")] string range,
        ReadGrid reading, Reader reader, HttpRequest request, CancellationToken cancellationToken)
    {
        var grid = await reading.ReadAsync(name, range, isSubmission: false, cancellationToken);
        return grid.IsSound ? Results.Ok(GridBody.Of(grid.Value, reader.Tongue)) : EntryProblem.Of(request, grid.Issues);
    }
}
