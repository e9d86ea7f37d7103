using Kelvin.Language;

namespace Kelvin.Loading.Formats;

/// <summary>
/// A file turned out in the middle of reading not to be usable. It carries the issue out of a stream, which has no other way to say so;
/// <see cref="TextFile"/> turns it into a value.
/// </summary>
public sealed class UnusableFileException(Issue issue) : IOException(issue.Code)
{
    /// <summary>What is wrong.</summary>
    public Issue Issue => issue;

    /// <summary>An exception with this issue.</summary>
    public static UnusableFileException With(string code, params ReadOnlySpan<(string Name, object? Value)> arguments) =>
        new(Issue.At(null, code, arguments));
}
