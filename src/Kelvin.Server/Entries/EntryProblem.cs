using System.Collections.Immutable;
using Kelvin.Language;
using Kelvin.Server.Problems;

namespace Kelvin.Server.Entries;

/// <summary>What the API says when entries cannot be used as they stand.</summary>
internal static class EntryProblem
{
    /// <summary>Not found where the address names a form that there is not; else why the request cannot be followed.</summary>
    public static IResult Of(HttpRequest request, ImmutableArray<Issue> issues) => issues[0].Code == "entry.unknown-form"
        ? IssueProblem.Of(request, StatusCodes.Status404NotFound, issues)
        : IssueProblem.Unanswerable(request, issues);
}
