using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Compiler;

namespace Fuzz.Tests.Texts;

/// <summary>Draws questions about the shop: most could be asked, some ask for what cannot be.</summary>
internal sealed class QuestionWriter(Random random)
{
    private static readonly string[] Ranges =
    [
        "all", "2025", "2025-03", "2025-W09", "2025-Q2", "last 8 weeks", "this month", "this month to date", "last 3 sprints", "last sprint", "this fiscal_year", "2025-01-01..2025-03-31", "2025-01..2025-02",
        "yesterday", "today", "last 28 days", "last 2 retail_months", "0001", "9999", "9999-12-31", "0001-01-01..9999-12-31", "2025-03-31..2025-01-01", "last 999999999 years", "last 0 days", "next week", "", "2025-13", "since 2025-01-15", "last 20 minutes", "Sprint 9", "FY2025",
    ];

    private static readonly string[] Comparisons =
        ["previous period", "last year", "last year same weekday", "last year same working day", "1 month earlier", "last month", "last year to date", "last quarter", "", "x", "100000 years earlier", "previous year"];

    private static readonly string[] Zones = ["Europe/Stockholm", "America/New_York", "UTC", "Asia/Kathmandu", "Mars/Base", "Pacific/Apia", ""];
    private static readonly string[] Axes = ["orders.paid_at", "orders.promised_on", "order_items.sold_on", "visits.at", "accounts.at", "orders.amount", "nothing.at", "orders", "paid_at", "employees.hired_on"];
    private static readonly string[] OfOrders = ["revenue", "gift_revenue", "order_count", "on_time", "buyers", "recent", "growth", "typical_weight", "best_day", "loyal"];
    private static readonly string[] Kept = ["day", "week", "month", "quarter", "year", "hour", "sprint", "season", "fiscal_year", "retail_month"];
    private static readonly string[] Dimensions =
        ["status", "customers.country", "customer_id", "is_gift", "weekday(time)", "period(time, week)", "period(ordered_at, sprint) as sprint", "month(time)", "customers.region", "regions.region_name", "date(time)", "orders.status", "floor(amount / 100) as size", "metric(revenue by customer_id) > 100 as big"];
    private bool _isWild;
    private readonly FormulaWriter _formulas = new(random);

    /// <summary>A question with what it is asked of.</summary>
    public AskedQuestion Draw()
    {
        (DateTime? First, DateTime Last) data = random.Next(8) switch
        {
            0 => (null, default),
            1 => (new DateTime(9998, 1, 1), DateTime.MaxValue),
            2 => (DateTime.MinValue, new DateTime(1, 2, 1)),
            4 => (new DateTime(1995, 1, 1), new DateTime(2045, 1, 1)),
            3 => (new DateTime(2025, 3, 30, 1, 0, 0), new DateTime(2025, 3, 30, 1, 0, 0)),
            _ => (new DateTime(2024, 6, 1, 5, 0, 0), new DateTime(2025, 4, 2, 23, 30, 0)),
        };
        return new AskedQuestion(Query(), Often(5) ? Right() : null, Now(), data.First, data.Last);
    }

    private MetricQuery Query()
    {
        // Most keep to what orders can be asked, as only questions without any mistake are planned.
        _isWild = Often(3);
        var metrics = Some(random.Next(20) == 0 ? 0 : 1, 4, Metric);
        var by = Some(0, random.Next(40) == 0 ? 11 : 3, () => _isWild ? Named(_formulas.Dimension(2), "d") : _formulas.One(Dimensions));
        var columns = metrics.Concat(by).ToArray();
        return new MetricQuery
        {
            Metrics = metrics,
            By = by,
            Grain = Often(2) ? Grain.Named(_isWild ? _formulas.Grain() : _formulas.One(Kept)) : null,
            FurtherGrains = Often(8) ? Some(1, 2, () => Grain.Named(_formulas.Grain())) : [],
            Time = Often(8) ? Some(1, 2, () => _formulas.One(_isWild ? Axes : Axes[..1])) : [],
            Range = _isWild ? Mutation.Of(_formulas.One(Ranges), random.Next(2), random) : _formulas.One(Ranges[..17]),
            Where = Often(3) ? Condition() : null,
            Compare = Often(4) ? _isWild && Often(3) ? Mutation.Of(_formulas.One(Comparisons), 1, random) : _formulas.One(_isWild ? Comparisons : Comparisons[..4]) : null,
            Zone = Often(5) ? _formulas.One(_isWild ? Zones : Zones[..3]) : null,
            Fill = Often(5),
            Top = Often(6) ? $"{random.Next(7)} {(Often(2) || by.IsEmpty ? "" : by[0] + " ")}by {(metrics.IsEmpty || Often(4) ? Metric() : metrics[0])}" : null,
            Shares = Often(6),
            Ranks = Often(6),
            Unlinked = Often(6),
            Order = Often(6) ? Some(1, 2, () => new Kelvin.Compiler.SortKey(columns.Length == 0 || Often(4) ? "period" : columns[random.Next(columns.Length)], Often(2))) : [],
            Limit = Often(8) ? random.Next(-1, 5) : null,
        };
    }

    private string Right() => _isWild ? Condition() : _formulas.One("is_gift", "customers.country = 'SE'", "status in ('a', 'b')");

    private DateTimeOffset Now() => new DateTimeOffset(2025, 3, 1, 0, 30, 0, TimeSpan.Zero).AddMinutes(random.Next(60 * 24 * 60));

    private bool Often(int oneOf) => random.Next(oneOf) == 0;

    private string Metric() => _isWild
        ? random.Next(3) > 0 ? _formulas.MetricName() : Named(Often(4) ? Mutation.Of(_formulas.Metric(3), 1, random) : _formulas.Metric(2), "m")
        : random.Next(3) switch
        {
            0 => Named(_formulas.Around(_formulas.One(OfOrders)), "m"),
            1 when Often(2) => $"{_formulas.One(OfOrders)} / {_formulas.Around(_formulas.One(OfOrders))} as ratio{random.Next(3)}",
            _ => _formulas.One(OfOrders),
        };

    private string Condition() => _isWild
        ? Often(2) ? Mutation.Of(_formulas.Condition(3), 1, random) : _formulas.Condition(2)
        : _formulas.One("is_gift", "customers.country = 'SE'", "status in ('a', 'b')", "time >= date '2025-01-01'", "weekday(time) < 6", "metric(order_count by customer_id) > 2", "amount > 100", "regions.region_name like 'N%'");

    private string Named(string formula, string name) => Often(3) ? $"{formula} as {name}{random.Next(3)}" : formula;

    private ImmutableArray<T> Some<T>(int least, int most, Func<T> draw) => [.. Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => draw())];
}
