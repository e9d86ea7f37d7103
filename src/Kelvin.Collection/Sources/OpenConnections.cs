using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Catalog.Connections;
using Kelvin.Collection.Secrets;
using Kelvin.Language;

namespace Kelvin.Collection.Sources;

/// <summary>Opens connections: with their secrets, and the reader of their technology.</summary>
public sealed class OpenConnections(IEnumerable<ISourceReader> readers, SecretStore secrets, SyncSettings settings)
{
    /// <summary>A connection of the catalog with its secrets; faulty when one of them is not set.</summary>
    public async Task<Checked<OpenedConnection>> OpenAsync(MetricCatalog catalog, string name, CancellationToken cancellationToken)
    {
        var connection = catalog.Connections[name];
        var values = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (SecretOf(connection.Target) is { } secret)
        {
            var value = await secrets.OpenAsync(secret.Name, cancellationToken);
            if (!value.IsSound)
                return Checked<OpenedConnection>.Faulty(value.Issues);
            values[secret.Name] = value.Value;
        }
        return Checked<OpenedConnection>.Sound(new OpenedConnection(connection, values.ToImmutable(), settings.Folder, catalog.Settings.AllowsPrivateNetworks));
    }

    /// <summary>Whether a connection works; the issue that says why not, or null.</summary>
    public async Task<Issue?> TryAsync(MetricCatalog catalog, string name, CancellationToken cancellationToken)
    {
        var opened = await OpenAsync(catalog, name, cancellationToken);
        if (!opened.IsSound)
            return opened.Issues[0];
        try
        {
            await ReaderOf(opened.Value).TryAsync(opened.Value, cancellationToken);
            return null;
        }
        catch (SourceException failure)
        {
            return failure.Issue;
        }
    }

    /// <summary>Begins to read what a dataset takes.</summary>
    internal Task<Checked<SourceContent>> ReadAsync(SourceRequest request, CancellationToken cancellationToken) =>
        ReaderOf(request.Connection).OpenAsync(request, cancellationToken);

    private ISourceReader ReaderOf(OpenedConnection connection) => readers.First(reader => reader.Reads(connection.Connection.Target));

    private static SecretName? SecretOf(ConnectionTarget target) => target switch
    {
        ConnectionTarget.Server server => server.Password,
        ConnectionTarget.Bucket bucket => bucket.SecretKey,
        ConnectionTarget.Web web => web.Authentication?.Secret,
        _ => null,
    };
}
