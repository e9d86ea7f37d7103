using Kelvin.Imports.Running;
using Kelvin.Imports.Uploads;
using Kelvin.Language;
using Kelvin.Server.Problems;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Kelvin.Server.Imports;

/// <summary>Takes the bytes of a file in; its name is said beside them. It is looked at as soon as it is there.</summary>
internal static class ReceiveUploadFile
{
    public static void Map(IEndpointRouteBuilder server) =>
        server.MapPost("/data/uploads/{id}/files", ReceiveAsync).RequireToken().WithMetadata(new DisableRequestSizeLimitAttribute()).ExcludeFromDescription();

    private static async Task<IResult> ReceiveAsync(
        string id, string name, ReceiveFile receiving, ImportQueue queue, HttpRequest request, CancellationToken cancellationToken)
    {
        // People's lines are as slow as they are; what is too slow is what stands still.
        request.HttpContext.Features.Get<IHttpMinRequestBodyDataRateFeature>()?.MinDataRate = null;
        try
        {
            var received = await receiving.ReceiveAsync(id, name, request.Body, cancellationToken);
            if (!received.IsSound)
                return IssueProblem.Of(request, StatusOf(received.Issues[0].Code), received.Issues);
            queue.Look(received.Value);
            return Results.NoContent();
        }
        catch (IOException failure) when (!cancellationToken.IsCancellationRequested)
        {
            return IssueProblem.Of(request, StatusCodes.Status507InsufficientStorage, [Issue.At(null, "import.upload-cut-off", ("file", name), ("reason", failure.Message))]);
        }
    }

    private static int StatusOf(string code) => code == "import.unknown-upload" ? StatusCodes.Status404NotFound : StatusCodes.Status413PayloadTooLarge;
}
