namespace Kelvin.Imports.Uploads;

/// <summary>How much may be sent and kept waiting.</summary>
public sealed record UploadLimits
{
    private const long Gibibyte = 1L << 30;

    /// <summary>As much as a company's files are, and less than would fill a disk unnoticed.</summary>
    public static UploadLimits Default { get; } = new();

    /// <summary>Bytes of a file.</summary>
    public long File { get; init; } = 8 * Gibibyte;

    /// <summary>Bytes of all that waits.</summary>
    public long All { get; init; } = 64 * Gibibyte;

    /// <summary>Files of an upload, those in zip files counted one by one.</summary>
    public int Files { get; init; } = 200;

    /// <summary>Uploads that wait at the same time.</summary>
    public int Uploads { get; init; } = 500;

    /// <summary>How long an upload is kept after it was last touched.</summary>
    public TimeSpan Kept { get; init; } = TimeSpan.FromDays(7);
}
