using System.Collections.Immutable;

namespace Kelvin.Language;

/// <summary>
/// Something a person wrote that cannot be used as it stands: what is wrong, where, and what would be accepted.
/// The words live in <c>Texts/*.json</c> under the code, so an issue can be read in any language.
/// </summary>
/// <param name="Code">Stable name such as <c>formula.unknown-name</c>; also the key of its text.</param>
/// <param name="Place">Where it stands, or null when no text is to blame.</param>
/// <param name="Arguments">What the text's placeholders stand for; null values count as not given.</param>
/// <param name="Severity">How much it stops.</param>
public sealed record Issue(
    string Code,
    Place? Place,
    ImmutableSortedDictionary<string, object> Arguments,
    Severity Severity = Severity.Error)
{
    /// <summary>An error at a place. Arguments whose value is null are left out.</summary>
    public static Issue At(Place? place, string code, params ReadOnlySpan<(string Name, object? Value)> arguments)
    {
        var given = ImmutableSortedDictionary.CreateBuilder<string, object>(StringComparer.Ordinal);
        foreach (var (name, value) in arguments)
            if (value is not null)
                given[name] = value;
        return new Issue(code, place, given.ToImmutable());
    }

    /// <summary>What is wrong, in one sentence.</summary>
    public string Message(Tongue tongue) => Texts.Say(tongue, Code, Arguments);

    /// <summary>What would be accepted, or null when the message says it all.</summary>
    public string? Hint(Tongue tongue) => Texts.Hint(tongue, Code, Arguments);

    /// <summary>The same issue as a warning.</summary>
    public Issue AsWarning() => this with { Severity = Severity.Warning };

    /// <inheritdoc />
    public bool Equals(Issue? other) =>
        other is not null && Code == other.Code && Place == other.Place && Severity == other.Severity
        && Arguments.SequenceEqual(other.Arguments);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Code, Place, Severity, Arguments.Count);

    /// <inheritdoc />
    public override string ToString() => Place is null ? Message(Tongue.English) : $"{Place}: {Message(Tongue.English)}";
}
