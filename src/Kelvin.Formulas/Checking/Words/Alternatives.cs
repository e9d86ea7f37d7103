using System.Collections.Immutable;
using System.Globalization;
using Kelvin.Language;

namespace Kelvin.Formulas.Checking.Words;

/// <summary>A choice in the reader's language: "a, b or c".</summary>
internal sealed record Alternatives(ImmutableArray<string> Choices) : IFormattable
{
    /// <summary>The choices, at most six of them; null when there is none.</summary>
    public static Alternatives? Of(IEnumerable<string> choices) =>
        choices.Take(6).ToImmutableArray() is { IsEmpty: false } some ? new Alternatives(some) : null;

    /// <inheritdoc />
    public bool Equals(Alternatives? other) => other is not null && Choices.SequenceEqual(other.Choices);

    /// <inheritdoc />
    public override int GetHashCode() => Choices.Aggregate(0, HashCode.Combine);

    /// <inheritdoc />
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        Choices.Length == 1 ? Choices[0]
        : $"{string.Join(", ", Choices[..^1])} {Texts.Say(Speech.TongueOf(formatProvider), "formula.words.or")} {Choices[^1]}";

    /// <inheritdoc />
    public override string ToString() => ToString(null, CultureInfo.InvariantCulture);
}
