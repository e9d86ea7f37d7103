namespace Kelvin.Loading;

/// <summary>Numbers for the lines of the files of one load: no two of them alike, and for its first file those of the lines themselves.</summary>
/// <param name="File">Which file of the load, from 0.</param>
public readonly record struct FileLines(int File)
{
    // No file has so many lines.
    private const int Bits = 40;

    /// <summary>The number of a line.</summary>
    public long Of(long line) => ((long)File << Bits) + line;

    /// <summary>The file of a number.</summary>
    public static FileLines In(long number) => new((int)(number >> Bits));

    /// <summary>The line of a number, in its own file.</summary>
    public static long Line(long number) => number & ((1L << Bits) - 1);
}
