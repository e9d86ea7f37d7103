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
    /// <summary>The rows are those expected; or there is nothing to compare with, and rows came.</summary>
    Passed,

    /// <summary>Other rows came, or the program broke down.</summary>
    Failed,

    /// <summary>The product says, in words, that it does not answer this.</summary>
    NotOffered,
}
