using System.Collections.Immutable;
using Kelvin.Web.Elements;

namespace Kelvin.Web.Trust;

/// <summary>How far what is shown can be relied on, everything in words.</summary>
/// <param name="Text">The worst, in a word or two.</param>
/// <param name="Tone">How bad that is.</param>
/// <param name="Reasons">What speaks against it, a sentence each.</param>
public sealed record TrustView(string Text, Tone Tone, ImmutableArray<string> Reasons);
