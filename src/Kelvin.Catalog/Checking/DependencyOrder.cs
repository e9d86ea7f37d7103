using System.Collections.Immutable;

namespace Kelvin.Catalog.Checking;

/// <summary>An order in which everything comes after what it depends on, and the circles that have no such order.</summary>
/// <param name="Order">Everything that depends on no circle.</param>
/// <param name="Circles">Circles, each beginning with its first member by name; every member once.</param>
/// <param name="Behind">What depends on a circle without being in one of <paramref name="Circles"/>, nearest to the circle first.</param>
internal sealed record DependencyOrder(
    ImmutableArray<string> Order, ImmutableArray<ImmutableArray<string>> Circles, ImmutableArray<string> Behind)
{
    /// <summary>Without recursion, so that a chain of any length is only a long chain.</summary>
    public static DependencyOrder Of(IReadOnlyDictionary<string, ImmutableArray<string>> dependencies)
    {
        var dependents = dependencies
            .SelectMany(node => node.Value.Where(dependencies.ContainsKey).Distinct().Select(on => (on, node.Key)))
            .ToLookup(pair => pair.on, pair => pair.Key);
        var open = dependencies.ToDictionary(node => node.Key, node => node.Value.Where(dependencies.ContainsKey).Distinct().Count());
        var order = Settle(open, dependents, dependencies.Keys.Where(node => open[node] == 0));
        var circles = Circle(dependencies, open.Keys.Order(StringComparer.Ordinal).ToList(), node => open.ContainsKey(node));
        var members = circles.SelectMany(circle => circle).ToList();
        foreach (var member in members)
            open.Remove(member);
        foreach (var member in members)
            foreach (var dependent in dependents[member].Where(open.ContainsKey))
                open[dependent]--;
        var behind = Settle(open, dependents, open.Where(node => node.Value == 0).Select(node => node.Key).ToList());
        return new(order, circles, [.. behind, .. open.Keys.Order(StringComparer.Ordinal)]);
    }

    private static ImmutableArray<string> Settle(Dictionary<string, int> open, ILookup<string, string> dependents, IEnumerable<string> free)
    {
        var settled = ImmutableArray.CreateBuilder<string>();
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
        return settled.ToImmutable();
    }

    /// <summary>From every unsettled node the way leads on to another; where it meets itself is a circle.</summary>
    private static ImmutableArray<ImmutableArray<string>> Circle(
        IReadOnlyDictionary<string, ImmutableArray<string>> dependencies, List<string> unsettled, Predicate<string> isUnsettled)
    {
        var circles = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
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
        return circles.ToImmutable();
    }

    private static ImmutableArray<string> FromFirst(List<string> circle)
    {
        var first = circle.IndexOf(circle.Min(StringComparer.Ordinal)!);
        return [.. circle[first..], .. circle[..first]];
    }
}
