using Kelvin.Catalog;
using Kelvin.Web.Reading;

namespace Kelvin.Server.Entries;

/// <summary><c>GET /api/v1/forms</c></summary>
internal static class ListForms
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/forms", List)
        .WithName("ListForms")
        .WithSummary("The forms in which people enter numbers")
        .Produces<FormListBody>();

    private static IResult List(ICurrentCatalog catalogs, Reader reader) =>
        Results.Ok(new FormListBody([.. catalogs.Current.Forms.Values.Select(form => FormBody.Of(form, catalogs.Current, reader.Tongue))]));
}
