using System.Globalization;

namespace Fuzz.Tests.Texts;

/// <summary>Writes formulas over the shop's names that mostly make sense, and now and then do not.</summary>
internal sealed class FormulaWriter(Random random)
{
    private static readonly string[] Numbers =
        ["amount", "weight", "boxes", "handling", "discount", "orders.amount", "items", "days_late", "price", "order_items.pieces", "customers.credit", "customer_id.credit", "accounts.balance", "visits.cost", "salary", "hours_between(ordered_at, delivered_at)", "year(ordered_at)"];
    private static readonly string[] Conditions =
        ["is_gift", "status = 'paid'", "amount > 100", "delivered_at is known", "customers.country = 'SE'", "metric(revenue by customer_id) > 1000", "customers.country like 'S%'", "boxes in (1, 2)", "discount between 5 % and 0.2", "channel is missing", "is_manager", "handling > 30 minutes"];
    private static readonly string[] Moments = ["ordered_at", "delivered_at", "promised_on", "paid_at", "at", "date '2025-01-31'", "sold_on", "hired_on", "time"];
    private static readonly string[] Texts = ["status", "customers.country", "customer_id", "'x'", "channel", "regions.region_name", "customer_id.region.region_name", "product_then.category", "\"odd name\"", "'it''s'"];
    private static readonly string[] Datasets = ["orders", "order_items", "visits", "accounts", "employees", "buys", "stock", "customers", "products"];
    private static readonly string[] Metrics =
        ["revenue", "gift_revenue", "order_count", "cost", "margin", "on_time", "buyers", "recent", "growth", "headcount", "debt", "in_stock", "conversion_rate", "loyal", "typical_weight", "best_day", "big", "sold_pieces"];
    private static readonly string[] Lengths =
        ["1 day", "28 days", "1 week", "3 months", "1 year", "2 quarters", "1 sprint", "1 season", "1 fiscal_year", "1 retail_month", "0 days", "1 hour", "90 minutes", "1.5 days", "7", "100000 years", "2147483648 days", "5 %"];
    private static readonly string[] Grains = ["day", "week", "month", "quarter", "year", "hour", "minute", "sprint", "season", "fiscal_year", "fiscal_quarter", "retail_month", "retail_week", "working_day", "decade"];

    /// <summary>A formula for one number per group and period.</summary>
    public string Metric(int depth) => random.Next(depth <= 0 ? 3 : 16) switch
    {
        0 or 1 => One(Metrics),
        2 => Aggregate(depth),
        3 => $"{Metric(depth - 1)} {One("+", "-", "*", "/")} {Metric(depth - 1)}",
        4 => $"({Metric(depth - 1)} {One("+", "-", "*", "/")} {Metric(depth - 1)})",
        5 => $"{One("prior", "change", "trailing", "Prior")}({Metric(depth - 1)}, {One(Lengths)})",
        6 => $"{One("to_date", "at_start", "first_of", "last_of", "average_of", "total_of", "least_of", "greatest_of")}({Metric(depth - 1)}, {One(Grains)})",
        7 => $"cumulative({Metric(depth - 1)})",
        8 => $"filtered({Metric(depth - 1)}, {Condition(depth - 1)})",
        9 => $"{One("abs", "round", "coalesce", "least", "greatest")}({Metric(depth - 1)}{(random.Next(2) == 0 ? "" : ", " + Metric(depth - 1))})",
        10 => $"case when {Metric(depth - 1)} > {Literal()} then {Metric(depth - 1)} {(random.Next(2) == 0 ? "" : "else " + Metric(depth - 1))} end",
        11 => $"{One("opening", "closing", "average_balance")}({One(Aggregate(depth - 1), "employees", "accounts.balance", "stock.pieces", "accounts")}{One("", "", " per account", " per owner, account")})",
        12 => $"{One("conversion", "conversions")}({One("visits", "orders")}{Where(depth)} -> {One("buys", "orders", "visits")}{Where(depth)} by {One("user = user_id", "user", "session")}{One("", " within " + One(Lengths))}{One("", " matching session", " matching session = session, user")})",
        13 => $"retained({One("orders.customer_id", "visits.user", "customers.country", Number(depth - 1))}, {One(Lengths)})",
        14 => $"-{Metric(depth - 1)}",
        _ => Row(depth),
    };

    /// <summary>A formula for one value per row.</summary>
    public string Row(int depth) => random.Next(4) switch { 0 => Condition(depth), 1 => Text(depth), 2 => Moment(depth), _ => Number(depth) };

    /// <summary>A condition on rows.</summary>
    public string Condition(int depth) => random.Next(depth <= 0 ? 2 : 11) switch
    {
        0 or 1 => One(Conditions),
        2 => $"{Condition(depth - 1)} {One("and", "or", "AND")} {Condition(depth - 1)}",
        3 => $"not {Condition(depth - 1)}",
        4 => $"{Number(depth - 1)} {One("=", "!=", "<", "<=", ">", ">=")} {Number(depth - 1)}",
        5 => $"{Number(depth - 1)}{One("", " not")} between {Number(depth - 1)} and {Literal()}",
        6 => $"{Text(depth - 1)}{One("", " not")} in ({Text(depth - 1)}, 'b', 'SE')",
        7 => $"{Row(depth - 1)} is {One("known", "missing")}",
        8 => $"{Moment(depth - 1)} {One("=", "<", ">=")} {Moment(depth - 1)}",
        9 => $"metric({One(Metrics)} by {One("customer_id", "customers.country", "owner", "order_id", "user", "customer_id.region")}) {One("=", "<", ">=")} {Literal()}",
        _ => $"({Condition(depth - 1)})",
    };

    /// <summary>A number or a text or a moment to break down by.</summary>
    public string Dimension(int depth) => random.Next(5) switch
    {
        0 => $"{One("weekday", "month", "hour", "quarter", "day_of_year", "week")}({Moment(depth - 1)})",
        1 => $"{One("period", "period_name")}({Moment(depth - 1)}, {One(Grains)})",
        2 => Row(depth),
        _ => One(Texts),
    };

    /// <summary>A metric in a window of time, or of fewer rows.</summary>
    public string Around(string metric) => random.Next(4) switch
    {
        0 => $"{One("prior", "change", "trailing")}({metric}, {One(Lengths[..10])})",
        1 => $"{One("to_date", "at_start", "first_of", "last_of", "average_of", "total_of", "least_of", "greatest_of")}({metric}, {One(Grains[..8])})",
        2 => $"cumulative({metric})",
        _ => $"filtered({metric}, {One(Conditions[..8])})",
    };

    /// <summary>A word for a period.</summary>
    public string Grain() => One(Grains);

    /// <summary>The name of a metric.</summary>
    public string MetricName() => One(Metrics);

    /// <summary>One of these.</summary>
    public string One(params string[] words) => words[random.Next(words.Length)];

    private string Aggregate(int depth) => random.Next(5) switch
    {
        0 => $"count({One(Datasets)}{Where(depth)})",
        1 => $"distinct({One(Text(depth - 1), "orders.customer_id", "visits.user")}{Where(depth)})",
        2 => $"share({One(Datasets)}{Where(depth)}, {Condition(depth - 1)})",
        3 => $"percentile({Number(depth - 1)}{Where(depth)}, {One("0.9", "0.5", "2", "0", "1")}{One("", ", discrete")})",
        _ => $"{One("sum", "average", "median", "min", "max", "first", "last")}({Number(depth - 1)}{Where(depth)})",
    };

    private string Where(int depth) => random.Next(3) == 0 ? " where " + Condition(depth - 1) : "";

    private string Number(int depth) => random.Next(depth <= 0 ? 3 : 12) switch
    {
        0 or 1 => One(Numbers),
        2 => Literal(),
        3 or 4 => $"{Number(depth - 1)} {One("+", "-", "*", "/")} {Number(depth - 1)}",
        5 => $"({Number(depth - 1)})",
        6 => $"{One("abs", "round", "floor", "ceiling", "length")}({Number(depth - 1)})",
        7 => $"{One("coalesce", "least", "greatest")}({Number(depth - 1)}, {Number(depth - 1)})",
        8 => $"{One("days", "hours", "minutes", "seconds", "working_days", "months")}_between({Moment(depth - 1)}, {Moment(depth - 1)})",
        9 => $"case when {Condition(depth - 1)} then {Number(depth - 1)} else {Number(depth - 1)} end",
        10 => $"{One("year", "quarter", "month", "week", "day", "weekday", "hour", "day_of_year")}({Moment(depth - 1)})",
        _ => $"convert({Number(depth - 1)}, {One("SEK", "EUR")})",
    };

    private string Text(int depth) => depth > 0 && random.Next(3) == 0
        ? One($"{One("lower", "upper", "trim")}({Text(depth - 1)})", $"concat({Text(depth - 1)}, {Row(depth - 1)})", $"coalesce({Text(depth - 1)}, 'x')")
        : One(Texts);

    private string Moment(int depth) => depth > 0 && random.Next(3) == 0
        ? One($"date({Moment(depth - 1)})", $"add_days({Moment(depth - 1)}, {Literal()})", $"add_months({Moment(depth - 1)}, {Literal()})", $"period({Moment(depth - 1)}, {One(Grains)})")
        : One(Moments);

    private string Literal() => random.Next(7) switch
    {
        0 => random.Next(100).ToString(CultureInfo.InvariantCulture),
        1 => $"{random.Next(1000)}.{random.Next(1000)}",
        2 => $"{random.Next(100)} {One("SEK", "EUR", "days", "hours", "%", "orders", "boxes", "parsecs", "\"per\"")}",
        3 => One("0", "1", "99999999999999999999999999", "79228162514264337593543950336", "0.00000000000000000000000000001", "1.0000000000000000000000000000000000001"),
        _ => random.Next(10).ToString(CultureInfo.InvariantCulture),
    };
}
