namespace Kelvin.Connectors.Web;

/// <summary>The query of an address.</summary>
internal static class WebQuery
{
    /// <summary>The address with a parameter set, in the place of one of its name.</summary>
    public static Uri With(Uri address, string name, string value)
    {
        var written = Uri.EscapeDataString(name);
        var others = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(one => one.Split('=')[0] != written);
        return new UriBuilder(address) { Query = string.Join('&', others.Append($"{written}={Uri.EscapeDataString(value)}")) }.Uri;
    }
}
