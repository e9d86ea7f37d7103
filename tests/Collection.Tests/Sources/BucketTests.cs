using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Collection.Tests.Sources;

/// <summary>A store that speaks S3, with real signing on the one side and our own check of it on the other.</summary>
public sealed class BucketTests
{
    private const string Key = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    [Fact]
    public async Task Files_of_a_bucket_are_listed_to_the_end_and_fetched_signed()
    {
        await using var store = await TestService.OpenAsync(AnswerAsync);
        await using var workspace = await OpenAsync(store);
        await workspace.Secrets.SetAsync("store_key", Key, CancellationToken.None);
        Assert.Null(await workspace.Connections.TryAsync(workspace.Current, "store", CancellationToken.None));
        Assert.Equal(2, (await workspace.SyncWellAsync("orders")).Added);
        Assert.Equal("1 | 2", await workspace.RowsAsync("orders", "id"));
        var asked = store.Asked.Count;
        Assert.Equal(0, (await workspace.SyncWellAsync("orders")).Accepted);
        // Only listed, for nothing has changed.
        Assert.All(store.Asked.Skip(asked), one => Assert.Contains("list-type=2", one, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_key_is_refused_and_not_tried_again()
    {
        await using var store = await TestService.OpenAsync(AnswerAsync);
        await using var workspace = await OpenAsync(store);
        workspace.Settings = workspace.Settings with { Retries = 3, FirstPause = TimeSpan.Zero };
        await workspace.Secrets.SetAsync("store_key", "wrong", CancellationToken.None);
        await workspace.SyncBadlyAsync("orders", "sync.not-let-in");
        Assert.Single(store.Asked);
    }

    private static Task<FedWorkspace> OpenAsync(TestService store) => FedWorkspace.OpenAsync(
        $"connection: store\nkind: s3\naddress: {store.Address}\nbucket: exports\nregion: eu-north-1\naccess_key: AKIAIOSFODNN7EXAMPLE\nsecret_key: {{ secret: store_key }}\n---\n"
        + "dataset: orders\nkey: id\nsource: { connection: store, path: 'in/*-?.csv' }\ncolumns: { id: integer }");

    private static async Task AnswerAsync(HttpContext context)
    {
        if (!IsSigned(context.Request))
        {
            context.Response.StatusCode = 403;
            await context.Response.WriteAsync("<Error><Code>SignatureDoesNotMatch</Code><Message>The signature does not match.</Message></Error>");
            return;
        }
        context.Response.ContentType = "application/xml";
        var query = context.Request.Query;
        if (context.Request.Path == "/exports/in/orders-1.csv" || context.Request.Path == "/exports/in/orders-2.csv")
            await context.Response.WriteAsync($"id\n{context.Request.Path.Value![^5]}\n");
        else if (query["continuation-token"] == "go on")
            await context.Response.WriteAsync(Listed("in/orders-2.csv", null));
        else
            await context.Response.WriteAsync(Listed("in/other.csv", "go on", "in/orders-9.csv/", "in/orders-1.csv"));
    }

    private static string Listed(string name, string? next, params string[] more) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>exports</Name><IsTruncated>{(next is null ? "false" : "true")}</IsTruncated>
        {(next is null ? "" : $"<NextContinuationToken>{next}</NextContinuationToken>")}
        {string.Concat(more.Prepend(name).Select(key => $"<Contents><Key>{key}</Key><LastModified>2026-03-01T08:00:00.000Z</LastModified><ETag>\"{key.Length}\"</ETag><Size>5</Size></Contents>"))}
        </ListBucketResult>
        """;

    /// <summary>Signature Version 4, worked out from what arrived.</summary>
    private static bool IsSigned(HttpRequest request)
    {
        var parts = request.Headers.Authorization.ToString().Replace("AWS4-HMAC-SHA256 ", "", StringComparison.Ordinal).Split(", ").Select(part => part.Trim().Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
        var scope = parts["Credential"].Split('/', 2)[1];
        var names = parts["SignedHeaders"].Split(';');
        var headers = string.Concat(names.Select(name => $"{name}:{(name == "host" ? request.Host.Value : string.Join(',', request.Headers[name].ToArray()).Trim())}\n"));
        var query = string.Join('&', request.Query.Select(one => $"{Uri.EscapeDataString(one.Key)}={Uri.EscapeDataString(one.Value!)}").Order(StringComparer.Ordinal));
        var canonical = $"{request.Method}\n{request.Path}\n{query}\n{headers}\n{parts["SignedHeaders"]}\n{request.Headers["x-amz-content-sha256"]}";
        var text = $"AWS4-HMAC-SHA256\n{request.Headers["x-amz-date"]}\n{scope}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var key = scope.Split('/').Aggregate(Encoding.UTF8.GetBytes("AWS4" + Key), (sofar, part) => HMACSHA256.HashData(sofar, Encoding.UTF8.GetBytes(part)));
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text))) == parts["Signature"];
    }
}
