using Kelvin.Catalog;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;
using Microsoft.AspNetCore.Mvc;

namespace Kelvin.Server.Data;

/// <summary>The form that undoes a load; it leads back to the dataset's page.</summary>
internal static class UndoDatasetLoad
{
    public static void Map(IEndpointRouteBuilder server) =>
        server.MapPost("/data/datasets/{name}/loads/{id:long}/undo", UndoAsync).ExcludeFromDescription();

    private static async Task<IResult> UndoAsync(
        string name, long id, [FromForm] string? reason, ICurrentCatalog catalogs, IWarehouse warehouse, CancellationToken cancellationToken)
    {
        if (!catalogs.Current.Datasets.ContainsKey(name))
            return Results.NotFound();
        if (await warehouse.FindLoadAsync(id, cancellationToken) is not { } load || load.Dataset != name)
            return BackToDataset.With(name, Issue.At(null, "load.unknown", ("load", id)));
        var undone = await warehouse.UndoAsync(id, null, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(), cancellationToken);
        return BackToDataset.With(name, undone.IsSound ? null : undone.Issues[0]);
    }
}
