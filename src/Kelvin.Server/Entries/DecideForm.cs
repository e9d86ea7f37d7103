using System.ComponentModel;
using Kelvin.Entries;
using Kelvin.Entries.Deciding;
using Kelvin.Language;
using Kelvin.Web.Reading;

namespace Kelvin.Server.Entries;

/// <summary><c>POST /api/v1/forms/{name}/periods/{period}/submit</c>, <c>approve</c> and <c>return</c></summary>
internal static class DecideForm
{
    public static void Map(IEndpointRouteBuilder api)
    {
        Map(api, "submit", "SubmitNumbers", "Hand in the numbers of a period", "They count at once where nobody has to approve them. Corrections of numbers that counted need a comment.", deciding => deciding.SubmitAsync);
        Map(api, "approve", "ApproveNumbers", "Approve numbers", "They count from then on. Somebody else than who submitted them approves.", deciding => deciding.ApproveAsync);
        Map(api, "return", "ReturnNumbers", "Send numbers back", "With a comment; whoever submitted them may take them back so, too.", deciding => deciding.ReturnAsync);
    }

    private static void Map(
        IEndpointRouteBuilder api, string verb, string name, string summary, string description,
        Func<DecideSheet, Func<SheetAction, CancellationToken, Task<Checked<SheetOutcome>>>> act) =>
        api.MapPost($"/forms/{{name}}/periods/{{period}}/{verb}", (
            [Description("The form's name.")] string name, [Description("The first day of the period.")] DateOnly period, DecisionBody body,
            DecideSheet deciding, Reader reader, HttpRequest request, CancellationToken cancellationToken) => DecideAsync(name, period, body, act(deciding), reader, request, cancellationToken))
            .WithName(name).WithSummary(summary).WithDescription(description)
            .Produces<DecidedBody>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> DecideAsync(
        string name, DateOnly period, DecisionBody body, Func<SheetAction, CancellationToken, Task<Checked<SheetOutcome>>> act, Reader reader, HttpRequest request, CancellationToken cancellationToken)
    {
        var person = PersonName.Of(body.Person);
        if (!person.IsSound)
            return EntryProblem.Of(request, person.Issues);
        var outcome = await act(new SheetAction(name, period, person.Value) { Owner = body.Owner, Comment = body.Comment, Seen = body.Seen }, cancellationToken);
        return outcome.IsSound ? Results.Ok(DecidedBody.Of(outcome.Value, reader.Tongue)) : EntryProblem.Of(request, outcome.Issues);
    }
}
