using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Catalog;
using Kelvin.Quantities;
using Kelvin.Web.Metrics.Cards;
using Kelvin.Web.Metrics.Words;
using Kelvin.Web.Reading;

namespace Kelvin.Web.Metrics.History;

/// <summary>Puts an answer by period into the form of a history.</summary>
internal sealed class HistoryViews(Reader reader, Wording wording)
{
    /// <summary>Up to so many periods are bars; more are a line.</summary>
    private const int MostBars = 8;

    /// <summary>The history of a metric.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="answered">Its values by period.</param>
    /// <param name="comparison">What they are compared with, or null.</param>
    /// <param name="rowsOf">Where the rows behind a period's value are shown, or null where they are not.</param>
    public HistoryView Of(Metric metric, AnsweredMetric answered, Comparison? comparison, Func<Period, string?> rowsOf)
    {
        var form = answered.Count <= MostBars ? HistoryForm.Bar : HistoryForm.Line;
        var points = Enumerable.Range(0, answered.Count).Select(row => Point(metric, answered, row, comparison, rowsOf)).ToImmutableArray();
        var known = points.SelectMany(point => new[] { point.Value, point.Compared }).OfType<double>();
        var label = reader.Read(metric.Label);
        var compared = comparison is null || !answered.IsCompared ? null : ComparisonChoice.Name(comparison, reader);
        var range = wording.Period(answered.Answer.Range);
        return new(
            label, compared is null ? range : $"{range} · {compared.ToLower(reader.Culture)}", form, label, compared, Display.Missing, points,
            [.. ValueAxis.Marks(known, form == HistoryForm.Bar).Select(mark => new AxisTick(mark, wording.Mark(Quantity.Approximate(mark, metric.Unit))))]);
    }

    private HistoryPoint Point(Metric metric, AnsweredMetric answered, int row, Comparison? comparison, Func<Period, string?> rowsOf)
    {
        var period = answered.Period(row);
        var (value, compared) = (answered.Value(row), answered.Compared(row));
        return new(wording.Axis(period), wording.Period(period), value?.Value, wording.Full(value))
        {
            Year = Wording.AxisYear(period),
            Compared = compared?.Value,
            ComparedText = answered.IsCompared ? wording.Full(compared) : null,
            Change = ChangeReadings.Of(answered, row, metric.Better, comparison, "", wording, reader)?.Text,
            Brief = wording.Brief(value),
            Unfinished = !answered.IsFinished(row) ? reader.Say("period.unfinished")
                : answered.IsKnownInPart(row) ? reader.Say("period.data-from", ("day", wording.Day(answered.Answer.DataFrom!.Value)))
                : answered.IsCut(row) ? reader.Say("period.cut")
                : null,
            Rows = value is null ? null : rowsOf(period),
        };
    }
}
