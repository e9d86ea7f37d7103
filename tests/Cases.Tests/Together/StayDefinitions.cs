using System.Collections.Immutable;

namespace Cases.Tests.Together;

/// <summary>Datasets of every form with the same columns, and a metric of each kind over them.</summary>
internal static class StayDefinitions
{
    /// <summary>The datasets that hold <see cref="Stay"/>s.</summary>
    public static ImmutableArray<string> Tables { get; } = ["events", "buys", "counts", "states", "meters", "stays", "calls"];

    /// <summary>Metrics that no other construct stands around, by name.</summary>
    public static ImmutableArray<(string Name, string Formula)> Metrics { get; } =
    [
        ("rows", "count(events)"),
        ("users", "distinct(events.user)"),
        ("total", "sum(events.amount)"),
        ("mean", "average(events.amount)"),
        ("middle", "median(events.amount)"),
        ("high", "percentile(events.amount, 0.9)"),
        ("high_known", "percentile(events.amount, 0.9, discrete)"),
        ("lowest", "min(events.amount)"),
        ("highest", "max(events.amount)"),
        ("earliest", "first(events.amount)"),
        ("latest", "last(events.amount where flag)"),
        ("part", "share(events where kind = 'a', flag)"),
        ("bought", "count(buys where metric(rows by user) > 2)"),
        ("counts_at_end", "closing(counts)"),
        ("counts_at_start", "opening(counts.amount)"),
        ("counted_users", "closing(distinct(counts.user where flag))"),
        ("mean_count", "average_balance(counts.amount)"),
        ("mean_line", "average_balance(average(counts.amount))"),
        ("states_at_end", "closing(states.amount)"),
        ("states_at_start", "opening(count(states where kind = 'a'))"),
        ("states_of_kinds", "closing(sum(states.amount) per kind, user)"),
        ("middle_state", "closing(median(states.amount))"),
        ("mean_state", "average_balance(states.amount)"),
        ("held_at_end", "closing(meters.amount)"),
        ("held_at_start", "opening(meters)"),
        ("mean_held", "average_balance(meters.amount)"),
        ("mean_held_share", "average_balance(share(meters, flag))"),
        ("staying", "closing(stays)"),
        ("staying_at_start", "opening(stays.amount)"),
        ("staying_share", "closing(share(stays, flag))"),
        ("last_staying", "closing(last(stays.amount))"),
        ("mean_staying", "average_balance(stays)"),
        ("mean_stay", "average_balance(average(stays.amount))"),
        ("open_calls", "closing(calls)"),
        ("open_calls_at_start", "opening(distinct(calls.user))"),
        ("mean_calls", "average_balance(calls.amount)"),
        ("conversion", "conversion(events -> buys by user within 7 days)"),
        ("conversions", "conversions(events where kind = 'a' -> buys where flag by user)"),
        ("like_conversions", "conversions(calls -> buys by user within 36 hours matching kind = kind)"),
        ("came_back", "retained(events.user, 14 days)"),
        ("held_back", "retained(meters.user where flag, 1 month)"),
        ("rows_per_stay", "count(events) / closing(stays)"),
    ];

    /// <summary>The whole workspace.</summary>
    public static string Yaml { get; } = string.Join("---\n",
    [
        "workspace: Together\nzone: Europe/Stockholm\ncurrency: SEK\n",
        "dataset: users\nkey: user\ncolumns: { user: text, name: text? }\n",
        "dataset: places\nkey: place\ncolumns: { place: text, region: text? }\n",
        Dataset("events", "key: id\ntime: at", "timestamp"),
        Dataset("buys", "key: id\ntime: at", "timestamp"),
        Dataset("counts", "time: at\nbalance: snapshots", "date"),
        Dataset("states", "time: at\nbalance: { snapshots: user }", "timestamp"),
        Dataset("meters", "key: id\ntime: at\nbalance: { snapshots: user, carry: 10 days }", "timestamp"),
        Dataset("stays", "key: id\nbalance: { from: at, to: until }", "date"),
        Dataset("calls", "key: id\ntime: at\nbalance: { from: at, to: until }", "timestamp"),
        .. Metrics.Select(metric => $"metric: {metric.Name}\nformula: {metric.Formula}\n"),
        "metric: staying_or_none\nformula: closing(stays)\nempty: zero\nwhere: kind = 'a'\n",
        "metric: conversions_or_none\nformula: conversions(events -> buys by user within 7 days)\nempty: zero\nwhere: kind = 'a'\n",
        "metric: started\nformula: count(calls where until is missing or until > at)\nempty: zero\n",
        "metric: ended\nformula: count(calls where until > at)\ntime: calls.until\nempty: zero\n",
        "metric: open_or_none\nformula: closing(calls)\nempty: zero\n",
        "metric: came_back_a\nformula: came_back\nwhere: kind = 'a'\n",
    ]);

    private static string Dataset(string name, string form, string moment) =>
        $"dataset: {name}\n{form}\ncolumns:\n  id: text\n  at: {moment}\n  until: {moment}?\n  user: text? -> users\n  kind: text?\n  place: text? -> places\n  amount: number with 2 decimals?\n  flag: boolean?\n";
}
