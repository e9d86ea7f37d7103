using System.Collections.Immutable;

namespace Kelvin.Imports.Uploads;

/// <summary>Files that a person has sent to be imported, and how far that has come. It outlives pages and the process.</summary>
/// <param name="Id">Names it in addresses; it cannot be guessed.</param>
/// <param name="BegunAt">When it began.</param>
public sealed record Upload(string Id, DateTimeOffset BegunAt)
{
    /// <summary>The files, in the order in which they came.</summary>
    public ImmutableArray<UploadedFile> Files { get; init; } = [];

    /// <summary>Packs that a person does not want to take along.</summary>
    public ImmutableArray<string> UnwantedPacks { get; init; } = [];

    /// <summary>The file of this number, or null.</summary>
    public UploadedFile? Find(int number) => Files.FirstOrDefault(file => file.Number == number);

    /// <summary>The upload with a file in place of the one of its number.</summary>
    public Upload With(UploadedFile file) => this with { Files = [.. Files.Select(one => one.Number == file.Number ? file : one)] };
}
