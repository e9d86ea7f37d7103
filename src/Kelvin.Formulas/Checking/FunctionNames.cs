using System.Collections.Frozen;

namespace Kelvin.Formulas.Checking;

/// <summary>The functions of the language, by the level at which they work.</summary>
internal static class FunctionNames
{
    /// <summary>Functions that turn rows into a number.</summary>
    public static FrozenDictionary<string, AggregateKind> Aggregates { get; } =
        Enum.GetValues<AggregateKind>().Except([AggregateKind.PercentileDiscrete]).ToFrozenDictionary(kind => kind.ToString().ToLowerInvariant());

    /// <summary>Functions that look at a stock.</summary>
    public static FrozenDictionary<string, BalanceKind> Balances { get; } = new Dictionary<string, BalanceKind>
    {
        ["opening"] = BalanceKind.Opening,
        ["closing"] = BalanceKind.Closing,
        ["average_balance"] = BalanceKind.Average,
    }.ToFrozenDictionary();

    /// <summary>Functions that follow events of the same thing.</summary>
    public static FrozenSet<string> Events { get; } = ["conversion", "conversions", "retained"];

    /// <summary>Functions of one row that are not also functions of metrics.</summary>
    public static FrozenSet<string> RowOnly { get; } =
    [
        "floor", "ceiling", "lower", "upper", "trim", "length", "concat", "date", "year", "quarter", "month", "week", "day",
        "day_of_year", "weekday", "hour", "period", "period_name", "months_between", "days_between", "hours_between", "minutes_between", "seconds_between", "working_days_between",
        "add_days", "add_months", "convert",
    ];

    /// <summary>Functions of both levels.</summary>
    public static FrozenSet<string> Both { get; } = ["abs", "round", "least", "greatest", "coalesce"];

    /// <summary>Functions that see a metric through its values in finer periods.</summary>
    public static FrozenDictionary<string, PeriodReduction> Reductions { get; } =
        Enum.GetValues<PeriodReduction>().ToFrozenDictionary(reduction => reduction.ToString().ToLowerInvariant() + "_of");

    /// <summary>Functions that see a metric over another stretch of time.</summary>
    public static FrozenSet<string> Time { get; } =
        ["prior", "change", "trailing", "to_date", "cumulative", "at_start", .. Reductions.Keys];

    /// <summary>Narrows a metric to some of its rows.</summary>
    public const string Filtered = "filtered";

    /// <summary>Names from spreadsheets and SQL, and what does their work here.</summary>
    public static FrozenDictionary<string, string> Familiar { get; } = new Dictionary<string, string>
    {
        ["avg"] = "average(…)",
        ["mean"] = "average(…)",
        ["countif"] = "count(… where …)",
        ["countifs"] = "count(… where …)",
        ["sumif"] = "sum(… where …)",
        ["sumifs"] = "sum(… where …)",
        ["averageif"] = "average(… where …)",
        ["if"] = "case when … then … else … end",
        ["iif"] = "case when … then … else … end",
        ["ifs"] = "case when … then … when … then … end",
        ["iferror"] = "coalesce(…, …)",
        ["ifnull"] = "coalesce(…, …)",
        ["isnull"] = "… is missing",
        ["isblank"] = "… is missing",
        ["datediff"] = "days_between(…, …)",
        ["days"] = "days_between(…, …)",
        ["networkdays"] = "working_days_between(…, …)",
        ["dateadd"] = "add_days(…, …)",
        ["edate"] = "add_months(…, …)",
        ["len"] = "length(…)",
        ["countd"] = "distinct(…)",
        ["unique"] = "distinct(…)",
        ["ceil"] = "ceiling(…)",
        ["date_trunc"] = "period(…, month)",
        ["lag"] = "prior(…, 1 month)",
        ["ytd"] = "to_date(…, year)",
        ["rolling"] = "trailing(…, 28 days)",
        ["mtd"] = "to_date(…, month)",
        ["exchange"] = "convert(…, SEK)",
        ["cumsum"] = "cumulative(…)",
        ["running_total"] = "cumulative(…)",
    }.ToFrozenDictionary();

    /// <summary>All functions.</summary>
    public static IEnumerable<string> All => [.. Aggregates.Keys.Order(StringComparer.Ordinal), .. RowOnly.Order(StringComparer.Ordinal), .. Both.Order(StringComparer.Ordinal), .. Time.Order(StringComparer.Ordinal), .. Balances.Keys.Order(StringComparer.Ordinal), .. Events.Order(StringComparer.Ordinal), Filtered];
}
