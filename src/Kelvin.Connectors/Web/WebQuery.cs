namespace Kelvin.Connectors.Web;

/// <summary>The query of an address.</summary>
internal static class WebQuery
{
    /// <summary>The value of a parameter, as it is written; null when the address has none of its name.</summary>
    public static string? Value(Uri address, string name) =>
        Parts(address).Select(one => one.Split('=', 2)).FirstOrDefault(one => one[0] == Uri.EscapeDataString(name)) is { } found ? found.ElementAtOrDefault(1) ?? "" : null;

    /// <summary>The address with a parameter set, in the place of one of its name.</summary>
    public static Uri With(Uri address, string name, string value)
    {
        var written = Uri.EscapeDataString(name);
        var others = Parts(address).Where(one => one.Split('=')[0] != written);
        return new UriBuilder(address) { Query = string.Join('&', others.Append($"{written}={Uri.EscapeDataString(value)}")) }.Uri;
    }

    private static string[] Parts(Uri address) => address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries);
}
