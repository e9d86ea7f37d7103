using System.Collections.Immutable;
using Kelvin.Language;
using Kelvin.Loading.Mapping;
using Kelvin.Loading.Proposing;

namespace Kelvin.Imports.Looking;

/// <summary>What was found when a file was looked at.</summary>
/// <param name="Said">How it was said to be written then, as text.</param>
/// <param name="Proposal">What it seems to be; null where it cannot be read at all.</param>
/// <param name="Issues">Why not, or what is odd.</param>
/// <param name="Known">Which of its values are known.</param>
public sealed record Looked(string Said, FileProposal? Proposal, ImmutableArray<Issue> Issues, KnownValues Known);
