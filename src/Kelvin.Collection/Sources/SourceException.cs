using Kelvin.Language;

namespace Kelvin.Collection.Sources;

/// <summary>A source is out of reach, has broken off, or refuses. The issue says it to a person.</summary>
public sealed class SourceException(Issue issue, bool isTransient, Exception? inner = null)
    : Exception($"{issue.Message(Tongue.English)} {issue.Hint(Tongue.English)}".TrimEnd(), inner)
{
    /// <summary>What is wrong.</summary>
    public Issue Issue => issue;

    /// <summary>Whether the same may well succeed a little later: nobody has to mend anything.</summary>
    public bool IsTransient => isTransient;
}
