using System.Collections.Immutable;
using Kelvin.Language;
using Kelvin.Web.Elements;
using Kelvin.Web.Metrics.Breakdown;
using Kelvin.Web.Metrics.Cards;
using Kelvin.Web.Metrics.History;
using Kelvin.Web.Reading;

namespace Kelvin.Web.Design;

/// <summary>Invented values that put the parts of the interface into each of their states.</summary>
internal sealed class DesignExamples(Reader reader)
{
    public static readonly ImmutableArray<string> Colours =
        ["paper", "surface", "sunken", "line", "ink", "ink-soft", "accent", "good", "risk", "bad"];

    public ImmutableArray<(string Text, string Href)> Steps => [(Of("Mått", "Metrics"), "/")];

    public string GrainLabel => Of("Period", "Period");

    public string RangeLabel => Of("Tid", "Time");

    public string FilterLabel => "Filter";

    public string FormulaLabel => Of("Formel", "Formula");

    public string Show => Of("Visa", "Show");

    public string Pages => Of("Rad 1–50 av 2 318", "Rows 1–50 of 2,318");

    public string RangeTip => Of("Skriv som du tänker: senaste 8 veckorna, 2025, 2025-03.", "Write as you think: last 8 weeks, 2025, 2025-03.");

    public string StaleText => Of("Ordrar lästes in senast den 3 mars.", "Orders were last loaded on 3 March.");

    public ImmutableArray<Choice> Grains =>
    [
        new("day", Of("Dag", "Day"), false), new("week", Of("Vecka", "Week"), false), new("month", Of("Månad", "Month"), true),
    ];

    public string Sql => """
        with orders_scan as (
          select date_trunc('month', o.delivered_on) as period, count(*) filter (where o.status = 'delivered') as m1
          from orders as o where o.delivered_on >= $1 and o.delivered_on < $2 group by 1
        )
        select period, m1 from orders_scan order by period
        """;

    public string File => "metric: on_time_delivery\nlabel: Leverans i tid\nformula: share(orders, delivred_at <= promised_on)\n";

    public ImmutableArray<Issue> Issues =>
    [
        Issue.At(new Place("metrics/delivery.yaml", 3, 24, 11), "web.design-issue", ("name", "delivred_at"), ("nearest", "delivered_at")),
        Issue.At(new Place("metrics/delivery.yaml", 2, 8, 14), "web.design-issue", ("name", "Leverans i tid")).AsWarning(),
    ];

    public ImmutableArray<MetricReading> Readings =>
    [
        new("revenue", Of("Intäkter", "Revenue"))
        {
            Value = Of("1,24 mkr", "SEK 1.24m"), Period = Of("februari 2026", "February 2026"),
            Change = new(Of("+12,4 %", "+12.4%"), Course.Up, Tone.Good, LastYear), History = Wave(1, 12), Freshness = Fresh,
        },
        new("fulfilment", Of("Tid från order till leverans", "Order fulfilment time"))
        {
            Value = Of("3,4 dagar", "3.4 days"), Period = Of("mars 2026", "March 2026"), IsFinished = false,
            Change = new(Of("+0,6 dagar", "+0.6 days"), Course.Up, Tone.Bad, LastYear), History = Wave(2, 10), Freshness = Fresh,
        },
        new("visitors", Of("Besökare", "Visitors"))
        {
            Value = Of("48 210", "48,210"), Period = Of("februari 2026", "February 2026"),
            Change = new(Of("±0 %", "±0%"), Course.Level, Tone.Neutral, LastYear), History = Wave(3, 12),
            Freshness = Of("Till och med 3 mars 2026", "Up to 3 March 2026"), IsStale = true,
        },
        new("margin", Of("Bruttomarginal", "Gross margin"))
        {
            Period = Of("februari 2026", "February 2026"), History = Wave(4, 12), Freshness = Fresh,
        },
        new("satisfaction", Of("Nöjda kunder", "Customer satisfaction")),
        new("faulty", Of("Kostnad per klick med ett långt namn som behöver två rader", "Cost per click with a long name that takes two lines"))
        {
            Issues = Issues,
        },
    ];

    public HistoryView Line
    {
        get
        {
            var points = Wave(2, 22).Select((point, index) => new HistoryPoint(Month(index, "MMM yy"), Month(index, "MMMM yyyy"), point.Value, Days(point.Value))
            {
                Compared = point.Value is { } value ? value * 0.8 + 0.6 : null,
                ComparedText = Days(point.Value * 0.8 + 0.6),
                Change = point.Value is { } now ? (now - (now * 0.8 + 0.6)).ToString("+0.0;−0.0", reader.Culture) : null,
                Unfinished = point.IsFinished ? null : reader.Say("period.unfinished"),
            }).ToImmutableArray();
            return new(Readings[1].Label, Of("januari 2024–oktober 2025", "January 2024–October 2025"), HistoryForm.Line, Readings[1].Label,
                Of("Året innan", "Year before"), reader.Say("value.missing"), points,
                [.. ValueAxis.Marks(points.Select(point => point.Value ?? 0), fromZero: true).Select(mark => new AxisTick(mark, mark.ToString("0.#", reader.Culture)))]);
        }
    }

    public BreakdownView Breakdown => new(
        new(Of("Land", "Country"), "/design"), new(Of("Intäkter", "Revenue"), "/design", "descending"), new(Of("Året innan", "Year before"), "/design"), new(Of("Förändring", "Change"), "/design"),
    [
        new(Of("Sverige", "Sweden"), 812, Of("812 tkr", "SEK 812k")) { Share = Of("63,4 %", "63.4%"), Compared = 700, ComparedText = Of("700 tkr", "SEK 700k"), Rows = "/design", Only = "/design", Change = new(Of("+16,0 %", "+16.0%"), Course.Up, Tone.Good, "") },
        new(Of("Norge", "Norway"), 310, Of("310 tkr", "SEK 310k")) { Compared = 402, ComparedText = Of("402 tkr", "SEK 402k"), Rows = "/design", Only = "/design", Change = new(Of("−22,9 %", "−22.9%"), Course.Down, Tone.Bad, "") },
        new(Of("saknas", "missing"), 118, Of("118 tkr", "SEK 118k")) { IsUnnamed = true, Rows = "/design" },
        new(Of("Danmark", "Denmark"), null, "–"),
    ])
    {
        Rest = new(Of("Övriga", "Other"), 41, Of("41 tkr", "SEK 41k")) { IsUnnamed = true, Share = Of("3,2 %", "3.2%") },
        Whole = new(Of("Totalt", "Total"), 1281, Of("1 281 tkr", "SEK 1,281k")) { Share = Of("100,0 %", "100.0%") },
    };

    private string LastYear => Of("mot samma månad i fjol", "vs the same month last year");

    private string Fresh => Of("Till och med i går", "Up to yesterday");

    private string Of(string swedish, string english) => reader.Tongue == Tongue.Swedish ? swedish : english;

    private string Days(double? value) => value is { } known
        ? known.ToString("0.0", reader.Culture) + Of(" dagar", " days")
        : reader.Say("value.missing");

    private string Month(int index, string format) => new DateOnly(2024, 1, 1).AddMonths(index).ToString(format, reader.Culture);

    /// <summary>A wave with a gap in it; its last point is unfinished.</summary>
    private static ImmutableArray<SparkPoint> Wave(int phase, int length) =>
        [.. Enumerable.Range(0, length).Select(index => new SparkPoint(
            index == 4 ? null : Math.Round(3 + Math.Sin((index + phase) * 0.7) + index * 0.06, 2), index < length - 1))];
}
