namespace Kelvin.Imports.Uploads;

/// <summary>A file of an upload, or one inside a zip file.</summary>
/// <param name="Number">Its number in the upload, from 1.</param>
/// <param name="Name">What it is called by whoever sent it. Never a path.</param>
/// <param name="Content">The name under which its bytes lie in the upload's folder, which is ours.</param>
/// <param name="Length">Its bytes.</param>
public sealed record UploadedFile(int Number, string Name, string Content, long Length)
{
    /// <summary>What has been said about it.</summary>
    public FileChoices Choices { get; init; } = new();

    /// <summary>What became of it; null while it has not been loaded.</summary>
    public FileOutcome? Outcome { get; init; }

    /// <summary>The number of the file whose rejected rows it holds; null for others.</summary>
    public int? Mends { get; init; }

    /// <summary>Whether it still waits to be loaded.</summary>
    public bool IsWaiting => Outcome is not { End: FileEnd.Loaded } && !Choices.IsLeftOut;
}
