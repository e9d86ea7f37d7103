namespace Kelvin.Web.Data;

/// <summary>Where the pages about data are.</summary>
public static class DataAddress
{
    /// <summary>The list of datasets and connections.</summary>
    public const string Start = "/data";

    /// <summary>The page of a dataset.</summary>
    public static string OfDataset(string name) => $"{Start}/datasets/{Uri.EscapeDataString(name)}";

    /// <summary>Where the form goes that undoes a load.</summary>
    public static string Undo(string dataset, long load) => FormattableString.Invariant($"{OfDataset(dataset)}/loads/{load}/undo");

    /// <summary>Where the form goes that fetches a dataset over its connection.</summary>
    public static string Fetch(string dataset) => OfDataset(dataset) + "/fetch";
}
