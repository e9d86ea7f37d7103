using Kelvin.Collection.Sources;
using Microsoft.AspNetCore.Mvc;

namespace Kelvin.Server.Data;

/// <summary>The form that fetches a dataset over its connection; it leads back to the dataset's page when that has ended, well or badly.</summary>
internal static class FetchDataset
{
    public static void Map(IEndpointRouteBuilder server) =>
        server.MapPost("/data/datasets/{name}/fetch", FetchAsync).ExcludeFromDescription();

    // The form is read for its token alone.
    private static async Task<IResult> FetchAsync(string name, [FromForm] IFormCollection form, SyncDataset syncing, CancellationToken cancellationToken)
    {
        var run = await syncing.RunAsync(name, anew: false, null, cancellationToken);
        return run.IsSound || run.Issues[0].Code != "sync.unknown-dataset" ? BackToDataset.With(name, run.IsSound ? null : run.Issues[0]) : Results.NotFound();
    }
}
