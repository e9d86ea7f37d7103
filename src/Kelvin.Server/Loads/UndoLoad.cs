using System.ComponentModel;
using Kelvin.Catalog;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;
using Kelvin.Server.Problems;

namespace Kelvin.Server.Loads;

/// <summary><c>POST /api/v1/datasets/{name}/loads/{id}/undo</c></summary>
internal static class UndoLoad
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/datasets/{name}/loads/{id:long}/undo", UndoAsync)
        .WithName("UndoLoad")
        .WithSummary("Undo a load")
        .WithDescription("The rows it brought leave, and those it took away come back unless a later load brought or removed their key. The undoing is a load itself.")
        .Produces<LoadBody>()
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> UndoAsync(
        [Description("The dataset's name.")] string name, [Description("The load's number.")] long id, UndoBody? body,
        ICurrentCatalog catalogs, IWarehouse warehouse, HttpRequest request, CancellationToken cancellationToken)
    {
        if (!catalogs.Current.Datasets.ContainsKey(name))
            return IssueProblem.UnknownDataset(request, name, catalogs.Current);
        if (await warehouse.FindLoadAsync(id, cancellationToken) is not { } load || load.Dataset != name)
            return IssueProblem.Of(request, StatusCodes.Status404NotFound, [Issue.At(null, "load.unknown", ("load", id))]);
        var undone = await warehouse.UndoAsync(id, body?.Person, body?.Reason, cancellationToken);
        return undone.IsSound ? Results.Ok(LoadBody.Of(undone.Value)) : IssueProblem.Unanswerable(request, undone.Issues);
    }
}
