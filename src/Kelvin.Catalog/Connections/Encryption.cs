namespace Kelvin.Catalog.Connections;

/// <summary>How what travels to a database server is kept from others.</summary>
public enum Encryption
{
    /// <summary>Encrypted where the server can.</summary>
    Preferred,

    /// <summary>Encrypted, whoever the server is.</summary>
    Required,

    /// <summary>Encrypted, and the server has to prove who it is.</summary>
    Verified,

    /// <summary>Open; for a server on the same machine.</summary>
    None,
}
