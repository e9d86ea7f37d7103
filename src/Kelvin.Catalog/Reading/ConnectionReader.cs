using Kelvin.Catalog.Connections;
using Kelvin.Catalog.Yaml;
using Kelvin.Language;

namespace Kelvin.Catalog.Reading;

/// <summary>Reads a <c>connection:</c> document. Which fields it takes depends on its kind.</summary>
internal static class ConnectionReader
{
    private static readonly string[] Shared = ["connection", "label", "kind"];
    private static readonly string[] ServerKeys = ["host", "port", "database", "user", "password", "encryption"];
    private static readonly string[] BucketKeys = ["bucket", "address", "region", "access_key", "secret_key"];

    private static readonly Vocabulary<(DatabaseKind? Database, string[] Keys)> Kinds = new(
        ("postgres", (DatabaseKind.Postgres, ServerKeys)), ("mysql", (DatabaseKind.MySql, ServerKeys)), ("sqlserver", (DatabaseKind.SqlServer, ServerKeys)),
        ("sqlite", (null, ["file"])), ("clickhouse", (DatabaseKind.ClickHouse, ServerKeys)), ("folder", (null, ["folder"])),
        ("s3", (null, BucketKeys)), ("http", (null, ["address", .. WebAuthenticationReader.Keys])),
        ("openmetrics", (null, ["address", .. WebAuthenticationReader.Keys])));

    private static readonly Vocabulary<Encryption> Encryptions = new(
        ("preferred", Encryption.Preferred), ("required", Encryption.Required), ("verified", Encryption.Verified), ("none", Encryption.None));

    public static ConnectionDraft Read(YamlNode.Mapping document, YamlNode.Scalar name, string? pack, IssueList issues)
    {
        var before = issues.Errors;
        DefinitionName.Check(name, isColumn: false, issues);
        // Only the kind tells the other fields; where it is wrong, no field is called unknown because of it.
        var head = new Fields(document, [.. document.Entries.Select(entry => entry.Key.Text).Distinct()], new IssueList());
        var kind = head.Text("kind");
        var known = kind is not null && Kinds.TryRead(kind.Text, out var found) ? found.Keys : null;
        var fields = known is null ? head : new Fields(document, [.. Shared, .. known], issues);
        var target = known is null ? NoKind(document, name, issues) : Target(kind!.Text, fields, name.Place, issues);
        var connection = issues.Errors > before || target is null
            ? null
            : new Connection(name.Text, fields.Local("label") ?? LocalText.Same(name.Text), target) { Place = name.Place };
        return new(name.Text, name.Place, pack, connection is null, connection);
    }

    private static ConnectionTarget? NoKind(YamlNode.Mapping document, YamlNode.Scalar name, IssueList issues)
    {
        var fields = new Fields(document, [.. document.Entries.Select(entry => entry.Key.Text).Distinct()], issues);
        if (fields.Required("kind", name.Place, "kind: postgres") is { } kind)
            fields.Word(kind, "kind", default, Kinds);
        return null;
    }

    private static ConnectionTarget? Target(string kind, Fields fields, Place where, IssueList issues) => kind switch
    {
        "sqlite" => fields.Required("file", where, "file: /srv/shop/shop.db") is { } file ? new ConnectionTarget.File(file.Text) : null,
        "folder" => fields.Required("folder", where, "folder: /srv/exports") is { } folder ? new ConnectionTarget.Folder(folder.Text) : null,
        "s3" => Bucket(fields, where, issues),
        "http" => Web(fields, where, "address: https://api.example.com/v1/", issues),
        "openmetrics" => Web(fields, where, "address: http://node.example.com:9100/", issues) is { } web ? web with { GivesSeries = true } : null,
        _ => Kinds.TryRead(kind, out var known) && known.Database is { } database ? Server(database, fields, where, issues) : null,
    };

    private static ConnectionTarget.Server? Server(DatabaseKind kind, Fields fields, Place where, IssueList issues)
    {
        var host = fields.Required("host", where, "host: db.example.com");
        var database = fields.Required("database", where, "database: shop");
        var port = fields.Whole("port", 1, 65_535);
        var password = SecretReader.Read(fields, "password", issues);
        var encryption = fields.Word("encryption", Encryption.Preferred, Encryptions);
        return host is null || database is null ? null : new(kind, host.Text, port, database.Text, fields.Text("user")?.Text, password, encryption);
    }

    private static ConnectionTarget.Bucket? Bucket(Fields fields, Place where, IssueList issues)
    {
        var bucket = fields.Required("bucket", where, "bucket: exports");
        var address = WebAddress.Read(fields, issues);
        var access = fields.Text("access_key");
        var secret = SecretReader.Read(fields, "secret_key", issues);
        if (access is null != secret is null)
            fields.RequireKey(access is null ? "access_key" : "secret_key", where, access is null ? "access_key: AKIA…" : "secret_key: { secret: store_key }");
        return bucket is null ? null : new(bucket.Text, address, fields.Text("region")?.Text ?? "us-east-1", access?.Text, secret);
    }

    private static ConnectionTarget.Web? Web(Fields fields, Place where, string example, IssueList issues)
    {
        fields.RequireKey("address", where, example);
        var address = WebAddress.Read(fields, issues);
        var authentication = WebAuthenticationReader.Read(fields, where, issues);
        return address is null ? null : new(address, authentication);
    }
}
