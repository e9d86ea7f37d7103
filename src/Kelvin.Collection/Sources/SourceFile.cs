namespace Kelvin.Collection.Sources;

/// <summary>A file at a source.</summary>
/// <param name="Name">Its path there.</param>
/// <param name="Stamp">Changes when its content does; null when only the content can tell.</param>
/// <param name="Modified">When it was last written.</param>
/// <param name="OpenAsync">Opens it.</param>
public sealed record SourceFile(string Name, string? Stamp, DateTimeOffset Modified, Func<CancellationToken, Task<Stream>> OpenAsync)
{
    /// <summary>Whether it is still as it was when it was found; asked after reading it.</summary>
    public Func<bool> HasStayed { get; init; } = () => true;
}
