using Kelvin.Language;
using Kelvin.Queries.Asking;
using Kelvin.Queries.Drilling;
using Kelvin.Server.Problems;
using Kelvin.Web.Metrics.Rows;
using Kelvin.Web.Reading;

namespace Kelvin.Server.Exports;

/// <summary>All the rows behind a value as a file.</summary>
internal static class ExportRows
{
    public static void Map(IEndpointRouteBuilder server) =>
        server.MapGet("/metrics/{name}/rows.csv", ExportAsync).ExcludeFromDescription();

    private static async Task<IResult> ExportAsync(
        string name, string? range, string? where, string? by, string? part, int? measure,
        DrillThrough drilling, Reader reader, HttpRequest request, CancellationToken cancellationToken)
    {
        var address = new RowsAddress(name) { Range = range, Where = where, Dimension = by, Part = part, Measure = measure ?? 0 };
        var query = address.Query with { Take = DrillQuery.MostRows };
        var first = await drilling.RowsAsync(query, Viewer.Everything, cancellationToken);
        return first.IsSound
            ? Results.Stream(stream => WriteAsync(drilling, query, first.Value, stream, reader.Tongue, cancellationToken), CsvText.ContentType, name + "-rows.csv")
            : IssueProblem.Unanswerable(request, first.Issues);
    }

    private static async Task WriteAsync(
        DrillThrough drilling, DrillQuery query, DrillAnswer first, Stream stream, Tongue tongue, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(stream);
        var csv = new CsvText(writer, tongue);
        await csv.HeadAsync(first.Columns.Select(column => column.Name));
        for (var (page, skip) = ((DrillAnswer?)first, 0); page is { Rows.Count: > 0 };)
        {
            for (var row = 0; row < page.Rows.Count; row++)
                await csv.RowAsync(page.Rows.Columns.Select(column => column[row]));
            skip += page.Rows.Count;
            page = (await drilling.RowsAsync(query with { Skip = skip }, Viewer.Everything, cancellationToken)).Value;
        }
    }
}
