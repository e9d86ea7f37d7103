using System.Collections.Immutable;
using Conformance.Folder;

namespace Conformance.Running;

/// <summary>What became of a case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Verdict">Whether its rows were right.</param>
/// <param name="Details">Why not, line by line; for a case with nothing to compare with, what was answered.</param>
internal sealed record CaseOutcome(ConformanceCase Case, Verdict Verdict, ImmutableArray<string> Details);

/// <summary>Verdicts.</summary>
internal enum Verdict
{
    /// <summary>The rows are those expected.</summary>
    Passed,

    /// <summary>Other rows came, or the program broke down.</summary>
    Failed,

    /// <summary>Rows came, and the case has none to compare them with: neither right nor wrong.</summary>
    Unchecked,

    /// <summary>The product says, in words, that it does not answer this.</summary>
    NotOffered,
}
