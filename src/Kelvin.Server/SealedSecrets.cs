using System.Security.Cryptography;
using System.Text;
using Kelvin.Collection.Secrets;
using Microsoft.AspNetCore.DataProtection;

namespace Kelvin.Server;

/// <summary>Seals secrets with the server's keys; old keys go on opening what they sealed.</summary>
public sealed class SealedSecrets(IDataProtectionProvider protection) : ISecretSeal
{
    private readonly IDataProtector _protector = protection.CreateProtector("Kelvin.Collection.Secrets");

    /// <inheritdoc />
    public byte[] Seal(string value) => _protector.Protect(Encoding.UTF8.GetBytes(value));

    /// <inheritdoc />
    public string? Open(byte[] value)
    {
        try
        {
            return Encoding.UTF8.GetString(_protector.Unprotect(value));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
