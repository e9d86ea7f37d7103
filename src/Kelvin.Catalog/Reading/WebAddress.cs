namespace Kelvin.Catalog.Reading;

/// <summary>Reads the address of a service: http or https, and nothing secret in it.</summary>
internal static class WebAddress
{
    public static Uri? Read(Fields fields, IssueList issues)
    {
        if (fields.Text("address") is not { } written)
            return null;
        if (Uri.TryCreate(written.Text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            && address.Host.Length > 0 && address.UserInfo.Length == 0 && address.Fragment.Length == 0)
            return address;
        if (address?.UserInfo.Length > 0)
            issues.Add(written.Place, "catalog.address-user", ("example", "password: { secret: erp_password }"));
        else
            issues.Add(written.Place, "catalog.address", ("value", written.Text));
        return null;
    }
}
