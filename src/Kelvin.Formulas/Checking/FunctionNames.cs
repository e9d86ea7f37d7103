using System.Collections.Frozen;

namespace Kelvin.Formulas.Checking;

/// <summary>The functions of the language, by the level at which they work.</summary>
internal static class FunctionNames
{
    /// <summary>Functions that turn rows into a number.</summary>
    public static FrozenSet<string> Aggregates { get; } =
        ["average", "count", "distinct", "first", "last", "max", "median", "min", "percentile", "share", "sum"];

    /// <summary>Functions that look at a stock.</summary>
    public static FrozenSet<string> Balances { get; } = ["opening", "closing", "average_balance"];

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
    public static FrozenSet<string> Reductions { get; } = ["first_of", "last_of", "average_of", "total_of", "least_of", "greatest_of"];

    /// <summary>Functions that see a metric over another stretch of time.</summary>
    public static FrozenSet<string> Time { get; } =
        ["prior", "change", "trailing", "to_date", "cumulative", "at_start", .. Reductions];

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

    /// <summary>What one of <see cref="Aggregates"/> does.</summary>
    public static AggregateKind Aggregate(string name) => name switch
    {
        "average" => AggregateKind.Average,
        "count" => AggregateKind.Count,
        "distinct" => AggregateKind.Distinct,
        "first" => AggregateKind.First,
        "last" => AggregateKind.Last,
        "max" => AggregateKind.Max,
        "median" => AggregateKind.Median,
        "min" => AggregateKind.Min,
        "percentile" => AggregateKind.Percentile,
        "share" => AggregateKind.Share,
        "sum" => AggregateKind.Sum,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    /// <summary>What one of <see cref="Balances"/> does.</summary>
    public static BalanceKind Balance(string name) => name switch
    {
        "opening" => BalanceKind.Opening,
        "closing" => BalanceKind.Closing,
        "average_balance" => BalanceKind.Average,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    /// <summary>What one of <see cref="Reductions"/> does.</summary>
    public static PeriodReduction Reduction(string name) => name switch
    {
        "first_of" => PeriodReduction.First,
        "last_of" => PeriodReduction.Last,
        "average_of" => PeriodReduction.Average,
        "total_of" => PeriodReduction.Total,
        "least_of" => PeriodReduction.Least,
        "greatest_of" => PeriodReduction.Greatest,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    /// <summary>All functions.</summary>
    public static IEnumerable<string> All => [.. Aggregates.Order(StringComparer.Ordinal), .. RowOnly.Order(StringComparer.Ordinal), .. Both.Order(StringComparer.Ordinal), .. Time.Order(StringComparer.Ordinal), .. Balances.Order(StringComparer.Ordinal), .. Events.Order(StringComparer.Ordinal), Filtered];
}
