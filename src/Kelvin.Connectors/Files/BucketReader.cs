using System.Runtime.CompilerServices;
using Amazon.S3;
using Amazon.S3.Model;
using Kelvin.Catalog.Connections;
using Kelvin.Collection.Sources;
using Kelvin.Connectors.Web;
using Kelvin.Language;

namespace Kelvin.Connectors.Files;

/// <summary>Reads files of a bucket.</summary>
internal sealed class BucketReader : ISourceReader
{
    /// <inheritdoc />
    public bool Reads(ConnectionTarget target) => target is ConnectionTarget.Bucket;

    /// <inheritdoc />
    public async Task TryAsync(OpenedConnection connection, CancellationToken cancellationToken)
    {
        using var client = BucketClient.Of(connection);
        await TriedAsync(connection, () => client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Target(connection).Name, MaxKeys = 1 }, cancellationToken));
    }

    /// <inheritdoc />
    public async Task<Checked<SourceContent>> OpenAsync(SourceRequest request, CancellationToken cancellationToken)
    {
        var pattern = new PathPattern(((FeedSelection.Files)request.Feed.Selection).Pattern);
        var client = BucketClient.Of(request.Connection);
        try
        {
            var files = new List<SourceFile>();
            await foreach (var found in ListAsync(client, request.Connection, pattern.Prefix, cancellationToken))
                // A key that ends with a slash stands for a folder.
                if (pattern.Fits(found.Key) && !found.Key.EndsWith('/'))
                    files.Add(FileOf(client, request.Connection, found));
            if (files.Count > 0)
                return Checked<SourceContent>.Sound(new SourceContent.Files([.. files.OrderBy(file => file.Name, StringComparer.Ordinal)], client));
            client.Dispose();
            return Checked<SourceContent>.Faulty(NoFile.At(request));
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private static async IAsyncEnumerable<S3Object> ListAsync(
        AmazonS3Client client, OpenedConnection connection, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var asked = new ListObjectsV2Request { BucketName = Target(connection).Name, Prefix = prefix };
        do
        {
            var listed = await TriedAsync(connection, () => client.ListObjectsV2Async(asked, cancellationToken));
            foreach (var found in listed.S3Objects ?? [])
                yield return found;
            asked.ContinuationToken = listed.IsTruncated == true ? listed.NextContinuationToken : null;
        }
        while (asked.ContinuationToken is not null);
    }

    private static SourceFile FileOf(AmazonS3Client client, OpenedConnection connection, S3Object found) => new(
        found.Key, found.ETag, found.LastModified ?? default,
        async cancellationToken => new WebStream(
            (await TriedAsync(connection, () => client.GetObjectAsync(Target(connection).Name, found.Key, cancellationToken))).ResponseStream,
            failure => BucketClient.Failure(failure, connection)));

    private static async Task<T> TriedAsync<T>(OpenedConnection connection, Func<Task<T>> what)
    {
        try
        {
            return await what();
        }
        catch (Exception failure) when (BucketClient.Failure(failure, connection) is { } known)
        {
            throw known;
        }
    }

    private static ConnectionTarget.Bucket Target(OpenedConnection connection) => (ConnectionTarget.Bucket)connection.Connection.Target;
}
