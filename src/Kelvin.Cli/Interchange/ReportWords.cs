using Kelvin.Cli.Terminals;
using Kelvin.Interchange.Reports;

namespace Kelvin.Cli.Interchange;

/// <summary>What reports call elements and their outcomes: for people in their language, for programs by fixed words.</summary>
internal static class ReportWords
{
    public static string Of(ReportedElement element, Terminal terminal) =>
        terminal.Say("interchange.kind." + Code(element.Kind), ("name", element.Name));

    public static string Of(ElementOutcome outcome, Terminal terminal) => terminal.Say("interchange.outcome." + Code(outcome));

    public static string Code(ElementKind kind) => kind switch
    {
        ElementKind.Dataset => "dataset",
        ElementKind.Metric => "metric",
        ElementKind.Link => "link",
        _ => "question",
    };

    public static string Code(ElementOutcome outcome) => outcome switch
    {
        ElementOutcome.Whole => "whole",
        ElementOutcome.Assumed => "assumed",
        ElementOutcome.Asked => "asked",
        ElementOutcome.Partial => "partial",
        _ => "left-out",
    };
}
