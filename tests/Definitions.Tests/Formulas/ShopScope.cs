using System.Collections.Immutable;
using Kelvin.Formulas;
using Kelvin.Quantities;

namespace Definitions.Tests.Formulas;

/// <summary>A small shop: order items lead to orders, orders to customers and, twice, to addresses.</summary>
internal sealed class ShopScope : IFormulaScope
{
    private static readonly Unit Sek = Unit.Currency("SEK");

    private readonly ImmutableDictionary<string, DatasetSymbol> _datasets = new[]
    {
        Dataset("orders", "order_id",
            Column("order_id", DataType.Text), Column("customer_id", DataType.Text, "customers"),
            Column("bill_to", DataType.Text, "addresses"), Column("ship_to", DataType.Text, "addresses"),
            Column("ordered_at", DataType.Timestamp), Column("promised_on", DataType.Date), Column("delivered_at", DataType.Timestamp),
            Column("status", DataType.Text), Column("amount", DataType.Number(Sek)), Column("fee_eur", DataType.Number(Unit.Currency("EUR"))),
            Column("discount", DataType.Number(Unit.Share)), Column("weight", DataType.Number(Unit.None)),
            Column("handling", DataType.Number(Unit.Hour)), Column("transit", DataType.Number(Unit.Day)),
            Column("is_gift", DataType.Boolean), Column("order date", DataType.Date)),
        Dataset("order_items", "item_id",
            Column("item_id", DataType.Text), Column("order_id", DataType.Text, "orders"), Column("product_id", DataType.Text, "products"),
            Column("price", DataType.Number(Sek)), Column("boxes", DataType.Number(Unit.Item("boxes")))),
        Dataset("products", "product_id", Column("product_id", DataType.Text), Column("category", DataType.Text)),
        Dataset("payments", "payment_id",
            Column("payment_id", DataType.Text), Column("order_id", DataType.Text, "orders"), Column("paid", DataType.Number(Sek))),
        Dataset("customers", "customer_id",
            Column("customer_id", DataType.Text), Column("country", DataType.Text), Column("credit", DataType.Number(Sek)),
            Column("region_id", DataType.Text, "regions")),
        Dataset("regions", "region_id", Column("region_id", DataType.Text), Column("region_name", DataType.Text)),
        Dataset("addresses", "address_id", Column("address_id", DataType.Text), Column("city", DataType.Text)),
        Dataset("visits", "visit_id", Column("visit_id", DataType.Text), Column("clicks", DataType.Number(Unit.Item("clicks")))),
        Dataset("accounts", "account_id",
            Column("account_id", DataType.Text), Column("owner", DataType.Text), Column("balance", DataType.Number(Sek)), Column("at", DataType.Date))
            with { Time = "at", Balance = new BalanceForm.Snapshots(["account_id"], null) },
        Dataset("employees", "employee_id",
            Column("employee_id", DataType.Text), Column("hired_on", DataType.Date), Column("left_on", DataType.Date),
            Column("salary", DataType.Number(Sek)), Column("is_manager", DataType.Boolean), Column("boss", DataType.Text, "customers"))
            with { Balance = new BalanceForm.Spans("hired_on", "left_on") },
        Dataset("clicks_of_ads", "click_id",
            Column("click_id", DataType.Text), Column("user_id", DataType.Text), Column("session", DataType.Text), Column("at", DataType.Timestamp),
            Column("channel", DataType.Text), Column("cost", DataType.Number(Sek)))
            with { Time = "at" },
        Dataset("transfers", "transfer_id",
            Column("transfer_id", DataType.Text), Column("at", DataType.Timestamp), Column("booked_on", DataType.Date), Column("currency", DataType.Text),
            Column("sum", DataType.Number(Unit.CurrencyBy("currency"))), Column("fee", DataType.Number(Unit.CurrencyBy("currency"))),
            Column("toll", DataType.Number(Unit.Currency("EUR"))), Column("duty", DataType.Number(Sek)), Column("wallet_id", DataType.Text, "wallets"))
            with { Time = "at", StoredTime = "at" },
        Dataset("wallets", "wallet_id",
            Column("wallet_id", DataType.Text), Column("code", DataType.Text), Column("limit", DataType.Number(Unit.CurrencyBy("code")))),
        Dataset("rates", "day", Column("code", DataType.Text), Column("day", DataType.Date), Column("rate", DataType.Number(Unit.None)))
            with { Rates = new ExchangeRates("rates", "code", "SEK", null, "rate", "day") },
        Dataset("rates_of_bank", "day", Column("one", DataType.Text), Column("day", DataType.Date), Column("value", DataType.Number(Unit.None)))
            with { Rates = new ExchangeRates("rates_of_bank", "one", "GBP", null, "value", "day") },
        Dataset("rates_of_state", "day", Column("one", DataType.Text), Column("day", DataType.Date), Column("value", DataType.Number(Unit.None)))
            with { Rates = new ExchangeRates("rates_of_state", "one", "GBP", null, "value", "day") },
        Dataset("signups", "signup_id",
            Column("signup_id", DataType.Text), Column("user", DataType.Text), Column("session_id", DataType.Text), Column("at", DataType.Timestamp),
            Column("customer", DataType.Text, "customers"))
            with { Time = "at" },
    }.ToImmutableDictionary(dataset => dataset.Name);

    private readonly ImmutableDictionary<string, MetricSymbol> _metrics = new[]
    {
        new MetricSymbol("revenue", Sek) { Datasets = ["orders"] },
        new MetricSymbol("cost", Sek),
        new MetricSymbol("cost_eur", Unit.Currency("EUR")),
        new MetricSymbol("order_count", Unit.Item("orders")),
        new MetricSymbol("customer_count", Unit.Item("customers")),
        new MetricSymbol("on_time_share", Unit.Share) { Datasets = ["order_items", "orders"] },
        new MetricSymbol("return_share", Unit.Share),
        new MetricSymbol("lead_time", Unit.Day),
        new MetricSymbol("handling_time", Unit.Hour),
        new MetricSymbol("index", Unit.None),
        new MetricSymbol("broken", null),
    }.ToImmutableDictionary(metric => metric.Name);

    public IEnumerable<string> DatasetNames => _datasets.Keys.Order(StringComparer.Ordinal);

    public IEnumerable<string> MetricNames => _metrics.Keys.Order(StringComparer.Ordinal);

    public IEnumerable<string> CalendarGrains => ["sprint", "retail.year"];

    public DatasetSymbol? Dataset(string name) => _datasets.GetValueOrDefault(name);

    public MetricSymbol? Metric(string name) => _metrics.GetValueOrDefault(name);

    private static DatasetSymbol Dataset(string name, string key, params ImmutableArray<ColumnSymbol> columns) =>
        new(name, Unit.Item(name), columns) { Key = [key] };

    private static ColumnSymbol Column(string name, DataType type, string? linksTo = null) => new(name, type, linksTo);
}
