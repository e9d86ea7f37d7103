using System.ComponentModel;
using Kelvin.Language;

namespace Kelvin.Server.Problems;

/// <summary>One thing to mend, as the API tells it.</summary>
/// <param name="Code">Stable name of the kind of issue.</param>
/// <param name="Severity">Whether it stops the answer.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Hint">What would be accepted.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record IssueBody(
    [property: Description("Stable name of the kind of issue, such as query.unknown-metric.")] string Code,
    [property: Description("An error stops the answer; a warning does not.")] Severity Severity,
    [property: Description("What is wrong, in the language of Accept-Language.")] string Message,
    [property: Description("What would be accepted.")] string? Hint,
    [property: Description("Where it stands: file, line and column from 1, and how many characters it covers.")] Place? Place)
{
    public static IssueBody Of(Issue issue, Tongue tongue) =>
        new(issue.Code, issue.Severity, issue.Message(tongue), issue.Hint(tongue), issue.Place);
}
