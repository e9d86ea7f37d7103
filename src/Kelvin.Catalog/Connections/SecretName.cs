namespace Kelvin.Catalog.Connections;

/// <summary>A password or key, by name: definitions never hold the value, so they can be shared.</summary>
/// <param name="Name">The name under which it is kept.</param>
public sealed record SecretName(string Name);
