using System.ComponentModel;
using Kelvin.Entries;
using Kelvin.Entries.Saving;
using Kelvin.Web.Reading;

namespace Kelvin.Server.Entries;

/// <summary><c>PUT /api/v1/forms/{name}/cells</c></summary>
internal static class SaveFormCells
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/forms/{name}/cells", SaveAsync)
        .WithName("SaveCells")
        .WithSummary("Enter values")
        .WithDescription(
            "Each value is taken or refused by itself, with the reason. A cell that somebody else has changed since it was seen keeps their value: the answer says which, by "
            + "whom and when, and the value can be sent again with the version told. Values are drafts until they are submitted, and approved where the form asks for it.")
        .Produces<SavedBody>()
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> SaveAsync(
        [Description("The form's name.")] string name, CellsBody body, SaveCells saving, Reader reader, HttpRequest request, CancellationToken cancellationToken)
    {
        var person = PersonName.Of(body.Person);
        if (!person.IsSound)
            return EntryProblem.Of(request, person.Issues);
        var cells = body.Sent;
        var saved = await saving.SaveAsync(name, person.Value, [.. cells.Select(cell => cell.Edit(reader.Tongue))], body.Trial, cancellationToken);
        return saved.IsSound
            ? Results.Ok(SavedBody.Of(saved.Value, cells, reader.Tongue))
            : EntryProblem.Of(request, saved.Issues);
    }
}
