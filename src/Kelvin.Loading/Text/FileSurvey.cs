using Kelvin.Language;

namespace Kelvin.Loading.Text;

/// <summary>What one pass over a whole file finds.</summary>
/// <param name="Records">Records with content, the header not among them, faulty ones included.</param>
/// <param name="EmptyLines">Records that are passed over: without any content, above the table, or summing up others.</param>
/// <param name="IsPlain">
/// Whether every record is written so plainly that the engine's own reader cannot take it for anything else: then it reads the
/// file, several times faster than we could. What it would round, guess or skip is not plain.
/// </param>
/// <param name="IsUtf8">Whether all bytes are UTF-8.</param>
/// <param name="Fault">Why the file cannot be read to its end, or null.</param>
/// <param name="SpansLines">Whether a record goes over several lines.</param>
/// <param name="Ending">How lines end, when all end alike.</param>
/// <param name="Marks">What the numbers in the file say of their decimal mark.</param>
/// <param name="HasUtcMarks">Whether instants end with Z, when plain: then all do.</param>
/// <param name="Fingerprint">A 128-bit hash of the text: tells files apart, and guards against nothing.</param>
public sealed record FileSurvey(
    long Records, long EmptyLines, bool IsPlain, bool IsUtf8, Issue? Fault, bool SpansLines, LineEnding Ending,
    DecimalMarks Marks, bool HasUtcMarks, string Fingerprint)
{
    /// <summary>Whether, when plain, every key is greater than the one before, so that none comes twice.</summary>
    public bool KeysAscend { get; init; }
}
