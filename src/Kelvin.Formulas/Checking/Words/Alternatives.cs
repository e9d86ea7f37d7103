using System.Collections.Immutable;
using System.Globalization;
using Kelvin.Language;

namespace Kelvin.Formulas.Checking.Words;

/// <summary>A choice in the reader's language: "a, b or c".</summary>
/// <param name="Choices">What there is to choose from.</param>
/// <param name="Joint">The word before the last one: "or", or "and" for a list of what there is.</param>
internal sealed record Alternatives(ImmutableArray<string> Choices, string Joint = "or") : IFormattable
{
    /// <summary>The choices, at most six of them; null when there is none.</summary>
    public static Alternatives? Of(IEnumerable<string> choices) =>
        choices.Take(6).ToImmutableArray() is { IsEmpty: false } some ? new Alternatives(some) : null;

    /// <summary>What there is, at most six of it: "a, b and c"; null when there is nothing.</summary>
    public static Alternatives? All(IEnumerable<string> things) => Of(things) is { } some ? some with { Joint = "and" } : null;

    /// <inheritdoc />
    public bool Equals(Alternatives? other) => other is not null && Joint == other.Joint && Choices.SequenceEqual(other.Choices);

    /// <inheritdoc />
    public override int GetHashCode() => Choices.Aggregate(0, HashCode.Combine);

    /// <inheritdoc />
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        Choices.Length == 1 ? Choices[0]
        : $"{string.Join(", ", Choices[..^1])} {Texts.Say(Speech.TongueOf(formatProvider), "formula.words." + Joint)} {Choices[^1]}";

    /// <inheritdoc />
    public override string ToString() => ToString(null, CultureInfo.InvariantCulture);
}
