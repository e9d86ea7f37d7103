namespace Kelvin.Loading.Formats;

/// <summary>How much of a file is read before it is taken for a mistake or an attack. The row's limit is that of <see cref="Text.RecordReader"/>.</summary>
public sealed record FileLimits
{
    private const long Gibibyte = 1L << 30;

    /// <summary>Far above what a company's files hold, and below what would fill a disk or the memory.</summary>
    public static FileLimits Default { get; } = new();

    /// <summary>Bytes of a file.</summary>
    public long File { get; init; } = 64 * Gibibyte;

    /// <summary>Bytes that a zip file unpacks to, all its files together.</summary>
    public long Unpacked { get; init; } = 64 * Gibibyte;

    /// <summary>Bytes that a workbook unpacks to: it is a zip file of its own.</summary>
    public long Workbook { get; init; } = 2 * Gibibyte;

    /// <summary>Bytes of the texts that the cells of a workbook share, which are held in memory.</summary>
    public long SharedTexts { get; init; } = Gibibyte / 8;

    /// <summary>How many times larger than packed something may be that is larger than <see cref="Small"/>.</summary>
    public int Ratio { get; init; } = 250;

    /// <summary>Bytes up to which no ratio is a danger.</summary>
    public long Small { get; init; } = Gibibyte / 16;

    /// <summary>Files in a zip file.</summary>
    public int Entries { get; init; } = 10_000;

    /// <summary>Columns of a file.</summary>
    public int Columns { get; init; } = 2_000;

    /// <summary>Bytes of a field.</summary>
    public int Field { get; init; } = 1_000_000;

    /// <summary>How deep objects and arrays stand in each other.</summary>
    public int Depth { get; init; } = 64;

    /// <summary>Rows of a sheet, as many as Excel has.</summary>
    public int SheetRows { get; init; } = 1_048_576;
}
