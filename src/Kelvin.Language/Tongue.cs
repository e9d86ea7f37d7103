namespace Kelvin.Language;

/// <summary>A language that people read the product in, by its two-letter ISO 639-1 code.</summary>
public sealed record Tongue
{
    private Tongue(string code) => Code = code;

    /// <summary>Swedish.</summary>
    public static Tongue Swedish { get; } = new("sv");

    /// <summary>English, also the fallback where a text is missing.</summary>
    public static Tongue English { get; } = new("en");

    /// <summary>The ISO 639-1 code, for example <c>sv</c>.</summary>
    public string Code { get; }

    /// <summary>The tongue with this code, or null when the product has no texts in it.</summary>
    public static Tongue? Find(string code) =>
        Texts.Tongues.Contains(code) ? new Tongue(code) : null;

    /// <inheritdoc />
    public override string ToString() => Code;
}
