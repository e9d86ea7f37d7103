using System.Collections.Immutable;
using Kelvin.Catalog.Connections;

namespace Kelvin.Collection.Sources;

/// <summary>A connection with the secrets that it names, for as long as something is read over it.</summary>
/// <param name="Connection">The connection.</param>
/// <param name="Secrets">The values, by name; never to be shown or logged.</param>
/// <param name="Folder">The workspace's folder, where relative paths begin.</param>
/// <param name="AllowsPrivateNetworks">Whether HTTP may lead to addresses of this machine and its own network.</param>
public sealed record OpenedConnection(
    Connection Connection, ImmutableDictionary<string, string> Secrets, string Folder, bool AllowsPrivateNetworks)
{
    /// <summary>The value of a secret that the connection names; null for none.</summary>
    public string? Open(SecretName? name) => name is null ? null : Secrets[name.Name];

    /// <summary>Without the values: a record would print them.</summary>
    public override string ToString() => Connection.Name;
}
