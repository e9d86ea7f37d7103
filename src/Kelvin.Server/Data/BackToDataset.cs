using Kelvin.Language;
using Kelvin.Web.Data;
using Microsoft.AspNetCore.WebUtilities;

namespace Kelvin.Server.Data;

/// <summary>Leads from a form back to a dataset's page.</summary>
internal static class BackToDataset
{
    /// <summary>The page, which says why where something could not be done.</summary>
    public static IResult With(string dataset, Issue? refusal) => Results.LocalRedirect(refusal is null
        ? DataAddress.OfDataset(dataset)
        : QueryHelpers.AddQueryString(DataAddress.OfDataset(dataset), "refused", RefusedText.Write(refusal)));
}
