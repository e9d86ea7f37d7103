using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Kelvin.Catalog.Connections;
using Kelvin.Collection.Sources;
using Kelvin.Connectors.Web;
using Kelvin.Language;

namespace Kelvin.Connectors.Files;

/// <summary>Clients of object stores; what they reach is guarded as all HTTP is.</summary>
internal static class BucketClient
{
    /// <summary>A client for a connection.</summary>
    public static AmazonS3Client Of(OpenedConnection connection)
    {
        var target = (ConnectionTarget.Bucket)connection.Connection.Target;
        var settings = new AmazonS3Config
        {
            // We try again ourselves.
            MaxErrorRetry = 0,
            HttpClientFactory = new Factory(connection),
        };
        if (target.Address is { } address)
            (settings.ServiceURL, settings.ForcePathStyle, settings.AuthenticationRegion) = (address.AbsoluteUri, true, target.Region);
        else
            settings.RegionEndpoint = RegionEndpoint.GetBySystemName(target.Region);
        AWSCredentials credentials = connection.Open(target.SecretKey) is { } secret ? new BasicAWSCredentials(target.AccessKey, secret) : new AnonymousAWSCredentials();
        return new AmazonS3Client(credentials, settings);
    }

    /// <summary>The failure of the store; null when it is none.</summary>
    public static SourceException? Failure(Exception failure, OpenedConnection connection)
    {
        if (GuardedHttp.Refusal(failure) is { } refusal)
            return new SourceException(Said(connection, refusal.Issue.Code, ("host", refusal.Issue.Arguments["host"])), isTransient: false, failure);
        if (failure is AmazonServiceException { StatusCode: var status } && (int)status is >= 400 and < 500 and not 408 and not 429)
            return new SourceException(Said(connection, (int)status is 401 or 403 ? "sync.not-let-in" : "sync.refused", ("reason", failure.Message)), isTransient: false, failure);
        return failure is AmazonClientException or HttpRequestException or IOException
            ? new SourceException(Said(connection, "sync.out-of-reach", ("reason", failure.Message)), isTransient: true, failure)
            : null;
    }

    private static Issue Said(OpenedConnection connection, string code, (string, object?) argument) =>
        Issue.At(connection.Connection.Place, code, ("connection", connection.Connection.Name), argument);

    private sealed class Factory(OpenedConnection connection) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => GuardedHttp.For(connection);

        // It is shared by all connections of its kind.
        public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;
    }
}
