namespace Kelvin.Collection.Secrets;

/// <summary>The port to what seals secrets with keys of this installation.</summary>
public interface ISecretSeal
{
    /// <summary>Makes a value unreadable for whoever lacks the keys.</summary>
    byte[] Seal(string value);

    /// <summary>The value again; null when it was sealed with other keys or has been tampered with.</summary>
    string? Open(byte[] value);
}
