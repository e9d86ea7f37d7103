namespace Kelvin.Catalog.Connections;

/// <summary>How a service on the web is told who asks.</summary>
public abstract record WebAuthentication
{
    private WebAuthentication(SecretName secret) => Secret = secret;

    /// <summary>What only the one who asks knows.</summary>
    public SecretName Secret { get; }

    /// <summary>A token in the header <c>Authorization: Bearer</c>.</summary>
    public sealed record Bearer(SecretName Token) : WebAuthentication(Token);

    /// <summary>A user and a password (RFC 7617).</summary>
    public sealed record Basic(string User, SecretName Password) : WebAuthentication(Password);

    /// <summary>A key in a header of the service's own.</summary>
    public sealed record Header(string Name, SecretName Key) : WebAuthentication(Key);

    /// <summary>A key in the address's query.</summary>
    public sealed record QueryKey(string Name, SecretName Key) : WebAuthentication(Key);
}
