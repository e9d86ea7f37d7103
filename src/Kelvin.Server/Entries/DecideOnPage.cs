using Kelvin.Entries;
using Kelvin.Entries.Deciding;
using Kelvin.Language;
using Kelvin.Server.Preferences;
using Kelvin.Web.Data;
using Kelvin.Web.Entry;
using Kelvin.Web.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Kelvin.Server.Entries;

/// <summary>The forms of pages by which people say who they are, submit, approve and return; each leads back to its page.</summary>
internal static class DecideOnPage
{
    public static void Map(IEndpointRouteBuilder server)
    {
        server.MapPost(EntryAddress.Person, KeepPerson).ExcludeFromDescription();
        server.MapPost("/entry/{form}/{period}/decide", DecideAsync).ExcludeFromDescription();
    }

    private static IResult KeepPerson(HttpResponse response, [FromForm] string? person, [FromForm(Name = "return")] string? back)
    {
        ReaderPreferences.KeepPerson(response, PersonName.Of(person).Value?.Text);
        return Results.LocalRedirect(PreferenceEndpoints.IsOwn(back) ? back! : EntryAddress.Start);
    }

    private static async Task<IResult> DecideAsync(
        string form, DateOnly period, [FromForm] string? verb, [FromForm] string? owner, [FromForm] string? comment, [FromForm] long? seen, DecideSheet deciding, Reader reader, CancellationToken cancellationToken)
    {
        var person = PersonName.Of(reader.Person);
        if (!person.IsSound)
            return Back(form, period, person.Issues[0]);
        var action = new SheetAction(form, period, person.Value) { Owner = owner ?? "", Comment = comment, Seen = seen };
        var outcome = verb switch
        {
            "approve" => await deciding.ApproveAsync(action, cancellationToken),
            "return" => await deciding.ReturnAsync(action, cancellationToken),
            "submit" => await deciding.SubmitAsync(action, cancellationToken),
            _ => null,
        };
        return outcome is null ? Results.BadRequest() : Back(form, period, outcome.IsSound ? outcome.Value.Refusal : outcome.Issues[0]);
    }

    /// <summary>The page again. What is wrong with single cells it says beside them.</summary>
    private static IResult Back(string form, DateOnly period, Issue? refusal) => Results.LocalRedirect(refusal is null
        ? EntryAddress.OfPeriod(form, period)
        : QueryHelpers.AddQueryString(EntryAddress.OfPeriod(form, period), "refused", refusal.Arguments.ContainsKey("what")
            ? EntryAddress.Messages
            : RefusedText.Write(refusal)));
}
