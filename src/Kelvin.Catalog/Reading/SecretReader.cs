using Kelvin.Catalog.Connections;
using Kelvin.Catalog.Yaml;

namespace Kelvin.Catalog.Reading;

/// <summary>Reads a field that names a secret: <c>password: { secret: erp_password }</c>.</summary>
internal static class SecretReader
{
    private static readonly string[] Keys = ["secret"];

    public static SecretName? Read(Fields fields, string key, IssueList issues)
    {
        if (!fields.Has(key))
            return null;
        if (fields.ValueOf(key) is not YamlNode.Mapping group)
        {
            // The value itself is not repeated: what is shown here ends up in logs and screenshots.
            issues.Add(fields.PlaceOf(key), "catalog.secret-plain", ("key", key), ("example", $"{key}: {{ secret: erp_password }}"));
            return null;
        }
        if (new Fields(group, Keys, issues).Required("secret", group.Place, "secret: erp_password") is not { } name)
            return null;
        if (SecretName.IsUsable(name.Text))
            return new SecretName(name.Text);
        issues.Add(name.Place, "collection.secret-name", ("name", name.Text));
        return null;
    }
}
