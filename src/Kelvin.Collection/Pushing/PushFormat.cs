namespace Kelvin.Collection.Pushing;

/// <summary>How rows that a program hands over are written.</summary>
public enum PushFormat
{
    /// <summary>An array of objects, or objects one after another (NDJSON).</summary>
    Json,

    /// <summary>Comma-separated text (RFC 4180), its first record the names of columns.</summary>
    Csv,
}
