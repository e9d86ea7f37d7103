using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kelvin.Web.Elements;
using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Metrics.History;

/// <summary>A history as a chart, and the same as a table, a file and a picture.</summary>
public sealed partial class HistoryChart
{
    // The default encoder writes '<' as an escape, so no text can end the script element that it stands in.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Unique on the page; also the name of the picture.</summary>
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    [Parameter, EditorRequired]
    public HistoryView View { get; set; } = null!;

    /// <summary>Where the same values are had as a file.</summary>
    [Parameter, EditorRequired]
    public string CsvAddress { get; set; } = "";

    /// <summary>What it shows, in which versions.</summary>
    [Parameter, EditorRequired]
    public string Mark { get; set; } = "";

    private static MarkupString Sample { get; } =
        new("""<svg width="18" height="2" viewBox="0 0 18 2" aria-hidden="true"><line x1="0" y1="1" x2="18" y2="1"/></svg>""");

    private MarkupString Data =>
        new($"""<script type="application/json">{JsonSerializer.Serialize(View, Json)}</script>""");

    private TableView Table
    {
        get
        {
            var compares = View.ComparedName is not null;
            ImmutableArray<TableColumn> columns =
            [
                new(Reader.Say("chart.period")), new(View.ValueName, IsNumber: true),
                .. compares ? [new(View.ComparedName!, IsNumber: true), new(Reader.Say("chart.change"), IsNumber: true)] : (TableColumn[])[],
            ];
            return new(columns, [.. View.Points.Reverse().Select(point => Row(point, compares))]);
        }
    }

    private ImmutableArray<TableCell> Row(HistoryPoint point, bool compares) =>
    [
        new(point.Unfinished is null ? point.Period : $"{point.Period} ({point.Unfinished})"),
        new(point.Text, point.Rows, point.Value is null),
        .. compares ? [new(point.ComparedText ?? "–", IsMissing: point.Compared is null), new(point.Change ?? "–", IsMissing: point.Change is null)] : (TableCell[])[],
    ];
}
