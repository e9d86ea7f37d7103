using System.ComponentModel;
using System.Text.Json;
using Kelvin.Entries.Grids;
using Kelvin.Language;
using Kelvin.Server.Problems;
using Kelvin.Web.Reading;

namespace Kelvin.Server.Entries;

/// <summary><c>GET /api/v1/forms/{name}/cells/history</c></summary>
internal static class ShowStory
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/forms/{name}/cells/history", ShowAsync)
        .WithName("ShowCellHistory")
        .WithSummary("What has happened to a cell")
        .WithDescription("Every value that was entered, by whom and when, and what was done with its row.")
        .Produces<StoryBody>()
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> ShowAsync(
        [Description("The form's name.")] string name, [Description("The first day of the period.")] DateOnly period,
        [Description("""The values that name the row, as JSON: {"channel":"web"}.""")] string? row, string column,
        TellCell telling, Reader reader, HttpRequest request, CancellationToken cancellationToken)
    {
        if (Key(row) is not { } key)
            return IssueProblem.Unanswerable(request, [Issue.At(null, "entry.row-json")]);
        var story = await telling.TellAsync(name, period, key, column, cancellationToken);
        return story.IsSound ? Results.Ok(StoryBody.Of(story.Value, reader.Tongue)) : EntryProblem.Of(request, story.Issues);
    }

    private static Dictionary<string, string>? Key(string? row)
    {
        try
        {
            return string.IsNullOrEmpty(row) ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(row);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
