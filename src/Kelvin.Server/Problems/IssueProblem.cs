using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Language;
using Kelvin.Web.Reading;
using Microsoft.AspNetCore.Mvc;

namespace Kelvin.Server.Problems;

/// <summary>Issues as problem details (RFC 9457), in the language that the caller asks for.</summary>
internal static class IssueProblem
{
    /// <summary>The request was understood, but cannot be answered as it stands.</summary>
    public static IResult Unanswerable(HttpRequest request, ImmutableArray<Issue> issues) =>
        Of(request, StatusCodes.Status422UnprocessableEntity, issues);

    /// <summary>The metric that the address names does not exist.</summary>
    public static IResult UnknownMetric(HttpRequest request, string name, MetricCatalog catalog) => Of(
        request, StatusCodes.Status404NotFound,
        [Issue.At(null, "web.unknown-metric", ("name", name), ("nearest", NearestName.Of(name, catalog.Metrics.Keys)))]);

    /// <summary>The dataset that the address names does not exist.</summary>
    public static IResult UnknownDataset(HttpRequest request, string name, MetricCatalog catalog) => Of(
        request, StatusCodes.Status404NotFound,
        [Issue.At(null, "load.unknown-dataset", ("name", name), ("nearest", NearestName.Of(name, catalog.Datasets.Keys)))]);

    /// <summary>The request failed with a status of its own.</summary>
    public static IResult Of(HttpRequest request, int status, ImmutableArray<Issue> issues)
    {
        var tongue = ReaderPreferences.Of(request).Tongue;
        var problem = new ProblemDetails
        {
            Status = status,
            Title = issues.First(issue => issue.Severity == Severity.Error).Message(tongue),
            Extensions = { ["issues"] = issues.Select(issue => IssueBody.Of(issue, tongue)).ToArray() },
        };
        request.HttpContext.Response.Headers.ContentLanguage = tongue.Code;
        return Results.Problem(problem);
    }
}
