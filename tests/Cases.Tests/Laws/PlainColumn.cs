namespace Cases.Tests.Laws;

/// <summary>A metric's values by period and group.</summary>
/// <param name="Values">Those that are worked out from rows.</param>
/// <param name="Present">Where something that the metric is made of is known, whether the metric is or not.</param>
/// <param name="Empty">What it is without rows.</param>
internal sealed record PlainColumn(Dictionary<(string Period, string Group), object?> Values, HashSet<(string Period, string Group)> Present, object? Empty)
{
    public object? At((string Period, string Group) key) => Values.TryGetValue(key, out var value) ? value : Empty;

    public bool IsPresent((string Period, string Group) key) => Present.Contains(key);
}
