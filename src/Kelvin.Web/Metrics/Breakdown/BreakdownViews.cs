using Kelvin.Calendars;
using Kelvin.Catalog;
using Kelvin.Formulas;
using Kelvin.Web.Metrics.Cards;
using Kelvin.Web.Metrics.Words;
using Kelvin.Web.Reading;

namespace Kelvin.Web.Metrics.Breakdown;

/// <summary>Puts an answer by a dimension into the form of a breakdown.</summary>
internal sealed class BreakdownViews(Reader reader, Wording wording)
{
    /// <summary>The breakdown of a metric.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="dimension">The dimension, by its name and its label.</param>
    /// <param name="answered">Its values, a row for each part.</param>
    /// <param name="comparison">What they are compared with, or null.</param>
    /// <param name="links">Where the rows behind a part, and that part alone, are shown.</param>
    public BreakdownView Of(
        Metric metric, (string Name, string Label) dimension, AnsweredMetric answered, Comparison? comparison,
        Func<object?, DataType, (string? Rows, string? Only)> links)
    {
        var compared = comparison is null || !answered.IsCompared ? null : ComparisonChoice.Name(comparison, reader);
        return new(dimension.Label, reader.Read(metric.Label), compared,
            [.. Enumerable.Range(0, answered.Count).Select(row => Row(metric, dimension.Name, answered, row, links))]);
    }

    private BreakdownRow Row(
        Metric metric, string dimension, AnsweredMetric answered, int row, Func<object?, DataType, (string? Rows, string? Only)> links)
    {
        var (part, type) = answered.Part(dimension, row);
        var (value, compared) = (answered.Value(row), answered.Compared(row));
        var (rows, only) = links(part, type);
        return new(part is null ? reader.Say("breakdown.unnamed") : wording.Cell(part, type), value?.Value, wording.Full(value))
        {
            IsUnnamed = part is null,
            Compared = compared?.Value,
            ComparedText = compared is null ? null : wording.Full(compared),
            Change = ChangeReadings.Of(answered.Change(row), metric.Better, "", wording),
            Rows = value is null ? null : rows,
            Only = only,
        };
    }
}
