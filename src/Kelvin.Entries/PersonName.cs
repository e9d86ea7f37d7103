using Kelvin.Language;

namespace Kelvin.Entries;

/// <summary>The name by which somebody is known who enters or approves numbers.</summary>
/// <remarks>Until people sign in it is what they say it is; handlers are given it and never ask where it comes from.</remarks>
public sealed record PersonName
{
    private const int Longest = 100;

    private PersonName(string text) => Text = text;

    /// <summary>The name.</summary>
    public string Text { get; }

    /// <summary>A name, or why it cannot be one.</summary>
    public static Checked<PersonName> Of(string? written)
    {
        var text = written?.Trim() ?? "";
        return text.Length is > 0 and <= Longest && !text.Any(char.IsControl)
            ? Checked<PersonName>.Sound(new PersonName(text))
            : Checked<PersonName>.Faulty(Issue.At(null, "entry.person", ("most", Longest)));
    }

    /// <summary>Whether a definition means this person: names are compared without regard to case.</summary>
    public bool Is(string? name) => string.Equals(Text, name, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    public override string ToString() => Text;
}
