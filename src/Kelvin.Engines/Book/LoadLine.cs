using Kelvin.Queries.Warehouse;

namespace Kelvin.Engines.Book;

/// <summary>A load as it is written down.</summary>
/// <param name="Record">What people may see of it.</param>
/// <param name="Fingerprint">What names a file's content and how it was read, or the key that a batch came with; null for none.</param>
/// <param name="Refused">The rows that were refused, as <see cref="Writing.RefusalText"/> writes them; null for none.</param>
/// <param name="Version">The dataset's version after it.</param>
internal sealed record LoadLine(LoadRecord Record, string? Fingerprint, string? Refused, long Version)
{
    /// <summary>What the content of a batch with a key is told by; null when nothing tells it.</summary>
    public string? Content { get; init; }
}
