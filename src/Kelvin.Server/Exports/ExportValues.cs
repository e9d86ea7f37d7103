using Kelvin.Catalog;
using Kelvin.Language;
using Kelvin.Queries.Answers;
using Kelvin.Queries.Asking;
using Kelvin.Server.Problems;
using Kelvin.Web.Metrics;
using Kelvin.Web.Reading;

namespace Kelvin.Server.Exports;

/// <summary>The values of a metric's page as a file.</summary>
internal static class ExportValues
{
    public static void Map(IEndpointRouteBuilder server) =>
        server.MapGet("/metrics/{name}/values.csv", ExportAsync).ExcludeFromDescription();

    private static async Task<IResult> ExportAsync(
        string name, string? grain, string? range, string? compare, string? where,
        ICurrentCatalog catalogs, AskMetric asking, Reader reader, HttpRequest request, CancellationToken cancellationToken)
    {
        if (!catalogs.Current.Metrics.TryGetValue(name, out var metric))
            return Results.NotFound();
        var address = new MetricAddress(name) { Grain = grain, Range = range, Compare = compare, Where = where };
        var outcome = await asking.AskAsync(address.History(metric), Viewer.Everything, cancellationToken);
        return outcome.IsSound
            ? Results.Stream(stream => WriteAsync(outcome.Value, stream, reader.Tongue), CsvText.ContentType, name + ".csv")
            : IssueProblem.Unanswerable(request, outcome.Issues);
    }

    private static async Task WriteAsync(MetricAnswer answer, Stream stream, Tongue tongue)
    {
        await using var writer = new StreamWriter(stream);
        var csv = new CsvText(writer, tongue);
        await csv.HeadAsync(answer.Columns.Select(column => column.Name));
        for (var row = 0; row < answer.Frame.Count; row++)
            await csv.RowAsync(answer.Frame.Columns.Select(column => column[row]));
    }
}
