namespace Fuzz.Tests.Texts;

/// <summary>Writes definitions with every key there is, most of them as they should be, in every style that YAML has for a value.</summary>
internal sealed class DefinitionWriter(Random random)
{
    private static readonly string[] ShopDatasets = [.. Shop.Text.Split("\n---\n").Where(document => document.StartsWith("dataset: ", StringComparison.Ordinal))];
    private readonly FormulaWriter _formulas = new(random);

    /// <summary>Some definitions in one file, mostly together with the datasets that they speak of.</summary>
    public string Several()
    {
        var documents = new List<string>();
        if (random.Next(3) > 0)
            documents.AddRange(ShopDatasets.OrderBy(_ => random.Next()).Take(random.Next(4, ShopDatasets.Length + 1)));
        for (var count = random.Next(1, 4); count > 0; count--)
            documents.Add(One());
        return string.Join("\n---\n", documents.OrderBy(_ => random.Next())) + "\n";
    }

    private string One() => random.Next(10) switch
    {
        0 => Lines(("workspace", Label()), ("zone", Pick("Europe/Stockholm", "UTC", "Mars/Base", "+02:00")), ("currency", Pick("SEK", "eur", "XXX")),
            ("fiscal_year_start", Pick("1", "5", "13", "0", "-1", "1.5")), ("packs", Pick("[sales]", "sales", "[]", "[x, y]")), ("warehouse", Pick("duckdb", "postgres", "paper")),
            ("working_days", $"{{ week: {Pick("[mon..fri]", "[mon, tue, sun]", "[fri..mon]", "[]", "mon..", "..")}, holidays: {Pick("sweden", "none", "norway")}, eves: {Pick("true", "no")}, closed: [{Day()}], open: [{Day()}, {Day()}] }}")),
        1 => Lines(("calendar", Name()), ("label", Label()), ("kind", Pick("fiscal", "weeks", "sprints", "table")), ("starts", Pick("may", "5", "13", Day())),
            ("pattern", Pick("4-4-5", "5-4-4", "4-5-4", "5-5-5", "4-4")), ("ends", Pick("last saturday of january", "nearest saturday to 31 january", "first day of never")), ("extra_week", Pick("12", "3", "0", "99999999999")),
            ("named_by", Pick("start", "end", "both", "none")), ("length", Pick("2 weeks", "0 days", "-1 weeks", "9999999999 weeks", "2000000 days", "1 month")), ("first_number", Pick("1", "-5", "1000000", "1000001")),
            ("name", Pick("Sprint {number}", "{", "{x}", "{ sv: a, en: b }")), ("grain", Pick("season", "day", "week", "x y")), ("dataset", Pick("orders", "nothing")), ("first_day", Pick("ordered_at", "promised_on")), ("last_day", "promised_on"),
            ("periods", $"[{{ name: A, first_day: {Day()}, last_day: {Day()} }}, {{ name: {Pick("A", "B", "~")}, first_day: {Day()}, last_day: {Day()} }}]")),
        2 or 3 => Lines(("dataset", Pick("orders", Name())), ("label", Label()), ("key", Pick("id", "[id, other]", "missing", "[]")), ("time", Pick("at", "id", "day", "nothing")),
            ("valid", Pick("{ from: day }", "{ from: day, to: at }", "{ from: id, to: x }", "day")), ("balance", Pick("snapshots", "{ snapshots: id }", "{ snapshots: [id, other], carry: 40 days }", "{ from: day, to: at }", "{ from: day }", "{ carry: 99999999999 days }", "{}", "[]")),
            ("source", Pick("{ file: a.csv, separator: \";\", decimal: \",\", encoding: latin1, header: true, dates: dd-MM-yyyy, timestamps: dd-MM-yyyy HH:mm, zone: UTC, missing: [n/a], names: { id: Id } }", "{ file: ../secret, separator: ab, decimal: x, dates: zzz }", "a.csv")),
            ("query", Pick("select 1", "|\n  select *\n  from x", "''")),
            ("columns", "\n" + Columns()), ("links", $"{{ far: {{ to: {Pick("orders", "customers", "products", "nothing")}, on: {{ id: {Pick("order_id", "product", "x")} }}, at: {Pick("day", "at", "id")} }} }}")),
        4 => Lines(("pack", Name()), ("label", Label()), ("description", Label()), ("requires", Pick("[sales]", "x"))),
        5 => Lines(("test", Scalar("It holds")), ("now", Day()), ("rights", Pick("{ orders: is_gift }", "{ orders: )( }", "[x]")),
            ("rows", $"\n  orders:\n    - {{ order_id: a, ordered_at: {Day()}, amount: {Pick("1", "'1.5'", "x", "1e5", "99999999999999999999999")}, is_gift: {Pick("true", "maybe")} }}\n    - {{ order_id: ~, nothing: 1, promised_on: {Day()} }}"),
            ("query", $"{{ metrics: [{_formulas.MetricName()}], grain: {Pick("day", "[week, month]", "decade")}, time: orders.paid_at, range: {Pick("2025", "all", "last 8 weeks", Day())}, by: [{Pick("status", "is_gift", "customers.country")}], where: {Scalar(_formulas.Condition(2))}, compare: {Pick("last year", "x")}, fill: {Pick("true", "x")}, top: 5 by revenue, shares: true, ranks: true, unlinked: true, zone: UTC, order: [revenue], limit: {Pick("1", "0", "9999999999")} }}"),
            ("expect", "\n  - { period: 2025-01-01, revenue: 1 }\n  - { revenue: ~ }"), ("issues", "[query.no-metric]")),
        _ => Lines(("metric", Pick("revenue", Name())), ("label", Label()), ("question", Label()), ("description", Label()), ("department", "sales"), ("kind", Pick("operational", "strategic", "x")),
            ("better", Pick("higher", "lower", "band", "none", "worse")), ("dataset", Pick("orders", "visits", "nothing")), ("where", Scalar(_formulas.Condition(2))), ("unit", Pick("SEK", "share", "hours", "orders", "SEK per order", "x/y/z", "%", "EUR")),
            ("time", Pick("orders.ordered_at", "[orders.paid_at, visits.at]", "paid_at", "x.y")), ("grain", _formulas.Grain()), ("empty", Pick("zero", "missing", "0")), ("drives", Pick("[revenue]", "[nothing]", "x")), ("owner", "me"), ("tags", "[a, b]"),
            ("formula", Scalar(_formulas.Metric(3)))),
    };

    /// <summary>The first key always, each other one now and then; the last of a metric, its formula, nearly always.</summary>
    private string Lines(params (string Key, string Value)[] entries) =>
        string.Join('\n', entries.Where((entry, at) => at == 0 || random.Next(100) < (entry.Key is "formula" or "columns" or "kind" or "query" or "expect" ? 92 : 40))
            .Select(entry => $"{entry.Key}:{(entry.Value.StartsWith('\n') ? "" : " ")}{entry.Value}"));

    private string Columns()
    {
        var columns = new List<string>();
        foreach (var name in new[] { "id", "other", "at", "day", "order_id", "amount", "computed", "long", "odd name" })
            if (random.Next(4) > 0)
                columns.Add($"  {(name == "odd name" ? "\"odd name\"" : name)}: {name switch
                {
                    "at" => Pick("timestamp", "timestamp?"),
                    "day" => "date",
                    "order_id" => Pick("text -> orders", "text -> nothing", "integer -> orders"),
                    "computed" => Scalar("= " + (random.Next(2) == 0 ? _formulas.Row(2) : _formulas.Metric(1))),
                    "long" => $"{{ type: {Pick("share", "number with 3 decimals", "duration hours", "count clicks")}, label: {Label()}{Pick("", ", formula: id", ", x: y")} }}",
                    _ => random.Next(3) > 0 ? "text" : Pick("number", "money", "money SEK", "money XX", "money SEK with 9 decimals", "money SEK with 99 decimals", "number?", "integer", "boolean", "count things", "duration weeks", "share?", "bigint", "~", "[]"),
                }}");
        return string.Join('\n', columns.DefaultIfEmpty("  id: text"));
    }

    /// <summary>A text in one of the styles that YAML has.</summary>
    private string Scalar(string text) => random.Next(6) switch
    {
        0 => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        1 => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace(" where ", "\\x20where\\n", StringComparison.Ordinal)}\"",
        2 => "|\n  " + text.Replace(" ", random.Next(2) == 0 ? "\n  " : " ", StringComparison.Ordinal),
        3 => ">\n  " + text.Replace(", ", ",\n  ", StringComparison.Ordinal),
        _ => text,
    };

    private string Label() => random.Next(2) == 0 ? "Orders" : Pick("Orders", "{ sv: Ordrar, en: Orders }", "{ sv: \"אבג\", en: 'It''s' }", "{ swedish: x }", "[a]", "''", "{ sv: ~ }", new string('å', random.Next(300)));

    private string Name() => random.Next(3) > 0 ? $"mine_{random.Next(5)}" : Pick("mine", "a_b", "orders", "revenue", "Ord er", "1x", "and", "period", "ä", "😀", "time", "day", new string('n', random.Next(200)));

    private string Day() => Pick("2025-01-06", "2025-02-29", "0001-01-01", "9999-12-31", "2025-1-6", "10000-01-01", "2025-01-06T10:00:00", "today", "2024-12-30");

    /// <summary>Mostly the first, which is as it should be.</summary>
    private string Pick(params string[] words) => words[random.Next(10) < 7 ? 0 : random.Next(words.Length)];
}
