using System.Collections.Immutable;
using Kelvin.Formulas.Syntax;
using Kelvin.Language;

namespace Kelvin.Formulas.Checking;

/// <summary>The names a formula may use, and the issues found so far in one check.</summary>
internal sealed class Findings(IFormulaScope scope)
{
    private readonly List<Issue> _issues = [];

    /// <summary>The names.</summary>
    public IFormulaScope Scope => scope;

    /// <summary>The issues in the order of their places.</summary>
    public ImmutableArray<Issue> Issues => Places.InOrder(_issues);

    /// <summary>An issue at a part of the formula.</summary>
    public void Report(Formula at, string code, params ReadOnlySpan<(string, object?)> arguments) => Report(at.Place, code, arguments);

    /// <summary>An issue at a place.</summary>
    public void Report(Place? at, string code, params ReadOnlySpan<(string, object?)> arguments) =>
        _issues.Add(Issue.At(at, code, arguments));
}
