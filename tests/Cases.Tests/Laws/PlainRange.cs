namespace Cases.Tests.Laws;

/// <summary>A range as written, and its days; null for everything. And the days of the period before it.</summary>
internal sealed record PlainRange(string Text, Days? Days, Days? Before)
{
    public static IReadOnlyList<PlainRange> All { get; } =
    [
        new("all", null, null),
        new("2025-03", new(new(2025, 3, 1), new(2025, 3, 31)), new(new(2025, 2, 1), new(2025, 2, 28))),
        new("2025-03-28..2025-04-02", new(new(2025, 3, 28), new(2025, 4, 2)), new(new(2025, 3, 22), new(2025, 3, 27))),
        new("2025-W13", new(new(2025, 3, 24), new(2025, 3, 30)), new(new(2025, 3, 17), new(2025, 3, 23))),
        new("2025-03-09", new(new(2025, 3, 9), new(2025, 3, 9)), new(new(2025, 3, 8), new(2025, 3, 8))),
    ];
}
