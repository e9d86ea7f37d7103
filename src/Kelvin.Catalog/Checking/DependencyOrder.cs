namespace Kelvin.Catalog.Checking;

/// <summary>An order in which everything comes after what it depends on, and the circles that have no such order.</summary>
/// <param name="Order">Everything that depends on no circle.</param>
/// <param name="Circles">Circles, each beginning with its first member by name; every member once.</param>
/// <param name="Behind">What depends on a circle without being in one of <paramref name="Circles"/>, nearest to the circle first.</param>
internal sealed record DependencyOrder(IReadOnlyList<string> Order, IReadOnlyList<string[]> Circles, IReadOnlyList<string> Behind)
{
    /// <summary>Without recursion, so that a chain of any length is only a long chain.</summary>
    public static DependencyOrder Of(IReadOnlyDictionary<string, string[]> dependencies)
    {
        var dependents = dependencies.Keys.ToDictionary(node => node, _ => new List<string>());
        var open = new Dictionary<string, int>();
        foreach (var (node, named) in dependencies)
        {
            var known = named.Where(dependencies.ContainsKey).Distinct().ToList();
            open.Add(node, known.Count);
            foreach (var on in known)
                dependents[on].Add(node);
        }
        var order = Settle(open, dependents, dependencies.Keys.Where(node => open[node] == 0));
        var circles = Circle(dependencies, open.Keys.Order(StringComparer.Ordinal).ToList(), node => open.ContainsKey(node));
        var members = circles.SelectMany(circle => circle).ToList();
        foreach (var member in members)
            open.Remove(member);
        foreach (var member in members)
            foreach (var dependent in dependents[member].Where(open.ContainsKey))
                open[dependent]--;
        var behind = Settle(open, dependents, open.Keys.Where(node => open[node] == 0).ToList());
        return new(order, circles, [.. behind, .. open.Keys.Order(StringComparer.Ordinal)]);
    }

    private static List<string> Settle(Dictionary<string, int> open, Dictionary<string, List<string>> dependents, IEnumerable<string> free)
    {
        var settled = new List<string>();
        var ready = new Queue<string>(free);
        while (ready.TryDequeue(out var node))
        {
            settled.Add(node);
            open.Remove(node);
            foreach (var dependent in dependents[node])
                if (open.TryGetValue(dependent, out var count))
                {
                    open[dependent] = count - 1;
                    if (count == 1)
                        ready.Enqueue(dependent);
                }
        }
        return settled;
    }

    /// <summary>From every unsettled node the way leads on to another; where it meets itself is a circle.</summary>
    private static List<string[]> Circle(
        IReadOnlyDictionary<string, string[]> dependencies, List<string> unsettled, Predicate<string> isUnsettled)
    {
        var circles = new List<string[]>();
        var walked = new Dictionary<string, int>();
        for (var walk = 0; walk < unsettled.Count; walk++)
        {
            var way = new List<string>();
            var node = unsettled[walk];
            for (; walked.TryAdd(node, walk); node = dependencies[node].First(on => isUnsettled(on)))
                way.Add(node);
            if (walked[node] == walk)
                circles.Add(FromFirst(way[way.IndexOf(node)..]));
        }
        return circles;
    }

    private static string[] FromFirst(List<string> circle)
    {
        var first = circle.IndexOf(circle.Min(StringComparer.Ordinal)!);
        return [.. circle[first..], .. circle[..first]];
    }
}
