using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Catalog;
using Kelvin.Quantities;
using Kelvin.Web.Metrics.Cards;
using Kelvin.Web.Metrics.Page;
using Kelvin.Web.Metrics.Rows;
using Kelvin.Web.Metrics.Words;
using Kelvin.Web.Reading;

namespace Kelvin.Web.Metrics.Breakdown;

/// <summary>Puts an answer by a dimension into the form of a breakdown.</summary>
internal sealed class BreakdownViews(Reader reader, Wording wording, MetricAddress address, Metric metric, Comparison? comparison)
{
    private Unit _column = metric.Unit;

    /// <summary>The breakdown of a metric.</summary>
    /// <param name="dimension">The dimension, by its name and its label.</param>
    /// <param name="parts">Its values, a row for each part that is shown and one more if there are more.</param>
    /// <param name="whole">The metric undivided.</param>
    /// <param name="addsUp">Whether the parts add up to the whole.</param>
    public BreakdownView Of((string Name, string Label) dimension, AnsweredMetric parts, AnsweredMetric whole, bool addsUp)
    {
        _column = ColumnUnit.For(metric.Unit, Enumerable.Range(0, parts.Count).Select(row => parts.Value(row)?.Value).OfType<double>());
        var shown = Math.Min(parts.Count, address.PartsShown);
        var hasMore = parts.Count > shown;
        var total = whole.Count == 1 ? whole.Value(0) : null;
        var rows = Enumerable.Range(0, shown).Select(row => Row(dimension.Name, parts, row, addsUp ? total : null)).ToImmutableArray();
        return new(
            Head(BreakdownColumn.Part, dimension.Label), Head(BreakdownColumn.Value, reader.Read(metric.Label)),
            comparison is null || !parts.IsCompared ? null : Head(BreakdownColumn.Compared, ComparisonChoice.Name(comparison, reader)),
            Head(BreakdownColumn.Change, reader.Say("chart.change")), rows)
        {
            Rest = hasMore && addsUp && total is not null ? new RestOfParts(parts, whole, shown).Row(reader, wording, _column, metric.Better) : null,
            Whole = whole.Count == 1 && shown > 1 ? Named(reader.Say("breakdown.whole"), whole, 0, addsUp ? total : null) : null,
            IsComparedInPart = parts.IsComparedInPart,
            Notes =
            [
                .. parts is { IsComparedInPart: true, Answer: { DataFrom: { } from, ComparedRange: { } before } }
                    ? [reader.Say("breakdown.in-part", ("range", wording.Period(before)), ("day", wording.Day(from)))] : (string[])[],
                .. hasMore ? [reader.Say(addsUp ? "breakdown.rest-summed" : "breakdown.rest-left-out", ("n", shown))] : (string[])[],
            ],
        };
    }

    private SortHead Head(BreakdownColumn column, string text)
    {
        var sort = address.SortOfParts;
        return new(
            text, (address with { Sort = sort.By(column).ToString() }).Href + "#breakdown",
            sort.Column != column ? null : sort.Descending ? "descending" : "ascending");
    }

    private BreakdownRow Row(string dimension, AnsweredMetric answered, int row, Quantity? total)
    {
        var (part, type) = answered.Part(dimension, row);
        return Named(part is null ? reader.Say("breakdown.unnamed") : wording.Cell(part, type), answered, row, total) with
        {
            IsUnnamed = part is null,
            Rows = answered.Value(row) is null ? null : address.RowsHref(metric, null, (dimension, RowsAddress.TextOf(part))),
            Only = PartCondition.Of(dimension, part, type) is { } condition
                ? (address with { Where = address.Where is null ? condition : $"({address.Where}) and {condition}" }).Href
                : null,
        };
    }

    private BreakdownRow Named(string name, AnsweredMetric answered, int row, Quantity? total)
    {
        var (value, compared) = (answered.Value(row), answered.Compared(row));
        return new(name, value?.Value, wording.Down(value, _column))
        {
            Share = RestOfParts.ShareOf(value, total) is { } share ? wording.Full(share) : null,
            Compared = compared?.Value,
            ComparedText = compared is null ? null : wording.Down(compared, _column),
            Change = answered.IsComparedInPart ? null : ChangeReadings.Of(answered.Change(row), metric.Better, "", wording),
        };
    }
}
