using System.Collections.Immutable;
using System.Globalization;
using Kelvin.Language;

namespace Kelvin.Web.Reading;

/// <summary>Whoever looks at a page: the language and the look they read it in.</summary>
public sealed record Reader(Tongue Tongue, Theme Theme)
{
    /// <summary>What they call themselves when they enter or approve numbers; null until they have said it.</summary>
    public string? Person { get; init; }

    /// <summary>How numbers and dates are written for this reader.</summary>
    public CultureInfo Culture => Texts.CultureOf(Tongue);

    /// <summary>The first of a page's steps: the list of metrics.</summary>
    public (string Text, string Href) StartStep => (Say("list.title"), "/");

    /// <summary>The product's text under a key of the section <c>web</c>.</summary>
    public string Say(string key, params ReadOnlySpan<(string Name, object Value)> arguments)
    {
        var given = ImmutableDictionary.CreateBuilder<string, object>(StringComparer.Ordinal);
        foreach (var (name, value) in arguments)
            given[name] = value;
        return Texts.Say(Tongue, "web." + key, given.ToImmutable());
    }

    /// <summary>A text of the workspace's own, or nothing when it has none.</summary>
    public string Read(LocalText? text) => text?.In(Tongue) ?? "";
}
