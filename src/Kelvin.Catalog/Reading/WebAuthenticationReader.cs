using Kelvin.Catalog.Connections;
using Kelvin.Language;

namespace Kelvin.Catalog.Reading;

/// <summary>Reads how a service on the web is told who asks: one of four ways, or none.</summary>
internal static class WebAuthenticationReader
{
    /// <summary>The fields that take part.</summary>
    public static readonly string[] Keys = ["bearer", "user", "password", "header", "query_key", "key"];

    public static WebAuthentication? Read(Fields fields, Place where, IssueList issues)
    {
        string[] ways = [.. new[] { "bearer", "user", "header", "query_key" }.Where(fields.Has)];
        if (ways.Length > 1)
            issues.Add(fields.PlaceOf(ways[1]), "catalog.authentication-twice", ("first", ways[0]), ("second", ways[1]));
        var (bearer, password, key) = (SecretReader.Read(fields, "bearer", issues), SecretReader.Read(fields, "password", issues), SecretReader.Read(fields, "key", issues));
        // Half of a way is not none: whoever wrote it would ask without saying who asks.
        if (fields.Has("password") && !fields.Has("user"))
            fields.RequireKey("user", where, "user: reader");
        if (fields.Has("key") && !fields.Has("header") && !fields.Has("query_key"))
            fields.RequireKey("header", where, "header: X-Api-Key");
        switch (ways.FirstOrDefault())
        {
            case "bearer" when bearer is not null:
                return new WebAuthentication.Bearer(bearer);
            case "user":
                fields.RequireKey("password", where, "password: { secret: service_password }");
                return fields.Text("user") is { } user && password is not null ? new WebAuthentication.Basic(user.Text, password) : null;
            case "header" or "query_key":
                fields.RequireKey("key", where, "key: { secret: service_key }");
                return Named(fields, ways[0], key, issues);
            default:
                return null;
        }
    }

    private static WebAuthentication? Named(Fields fields, string way, SecretName? key, IssueList issues)
    {
        if (fields.Text(way) is not { } name || key is null)
            return null;
        if (name.Text.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_'))
            return way == "header" ? new WebAuthentication.Header(name.Text, key) : new WebAuthentication.QueryKey(name.Text, key);
        issues.Add(name.Place, "catalog.parameter-name", ("value", name.Text));
        return null;
    }
}
