using System.Collections.Immutable;
using Kelvin.Language;

namespace Kelvin.Interchange.Reports;

/// <summary>An element, what became of it, and why.</summary>
/// <param name="Element">The element; null where the remarks speak of something that no element stands for.</param>
/// <param name="Remarks">What is to be said of it.</param>
public sealed record ReportLine(ReportedElement? Element, ImmutableArray<Issue> Remarks)
{
    // These say what was taken for granted or shown otherwise; nothing that was defined is missing.
    private static readonly string[] Assumptions =
        ["interchange.types-assumed", "interchange.dbt-approximate", "interchange.dbt-spine", "interchange.ossie-decimals"];

    /// <summary>What became of it.</summary>
    public ElementOutcome Outcome =>
        Element is { CameAlong: false, Kind: not ElementKind.Question } || Remarks.Any(remark => remark.Severity == Severity.Error) ? ElementOutcome.LeftOut
        : Remarks.Any(IsLoss) ? Element is { CameAlong: true } ? ElementOutcome.Partial : ElementOutcome.LeftOut
        : Element is { Kind: ElementKind.Question } ? ElementOutcome.Asked
        : Remarks.IsEmpty ? ElementOutcome.Whole
        : ElementOutcome.Assumed;

    /// <summary>Whether something of it is missing afterwards.</summary>
    public bool IsLossy => Outcome is ElementOutcome.Partial or ElementOutcome.LeftOut;

    private static bool IsLoss(Issue remark) => !Assumptions.Contains(remark.Code) && !IsAskable(remark);

    /// <summary>A saved question comes with the command that asks it, where there is one.</summary>
    private static bool IsAskable(Issue remark) => remark.Code == "interchange.dbt-saved-query" && remark.Arguments.ContainsKey("command");
}
