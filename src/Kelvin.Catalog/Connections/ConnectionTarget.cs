namespace Kelvin.Catalog.Connections;

/// <summary>Where a connection leads.</summary>
public abstract record ConnectionTarget
{
    private ConnectionTarget()
    {
    }

    /// <summary>A database on a server.</summary>
    /// <param name="Kind">Which.</param>
    /// <param name="Host">The server's name or address.</param>
    /// <param name="Port">Its port; null for the usual one.</param>
    /// <param name="Database">The database.</param>
    /// <param name="User">Who reads; null for the server's own default.</param>
    /// <param name="Password">That user's password, or null.</param>
    /// <param name="Encryption">How the way there is protected.</param>
    public sealed record Server(
        DatabaseKind Kind, string Host, int? Port, string Database, string? User, SecretName? Password, Encryption Encryption) : ConnectionTarget;

    /// <summary>A SQLite database in a file.</summary>
    /// <param name="Path">The file; a relative path begins at the workspace.</param>
    public sealed record File(string Path) : ConnectionTarget;

    /// <summary>A folder of files.</summary>
    /// <param name="Path">The folder; a relative path begins at the workspace.</param>
    public sealed record Folder(string Path) : ConnectionTarget;

    /// <summary>A bucket of files in an object store that speaks S3.</summary>
    /// <param name="Name">The bucket.</param>
    /// <param name="Address">The store's address; null for Amazon's.</param>
    /// <param name="Region">The region that requests are signed for.</param>
    /// <param name="AccessKey">The key's public half, or null for a bucket that anyone may read.</param>
    /// <param name="SecretKey">Its secret half, or null likewise.</param>
    public sealed record Bucket(string Name, Uri? Address, string Region, string? AccessKey, SecretName? SecretKey) : ConnectionTarget;

    /// <summary>A service that gives CSV or JSON over HTTP, or metrics as text.</summary>
    /// <param name="Address">What paths of datasets begin with.</param>
    /// <param name="Authentication">How it is told who asks; null when it need not be.</param>
    public sealed record Web(Uri Address, WebAuthentication? Authentication) : ConnectionTarget
    {
        /// <summary>Whether it gives samples of series, as OpenMetrics or Prometheus write them.</summary>
        public bool GivesSeries { get; init; }
    }
}
