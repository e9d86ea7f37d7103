using System.Collections.Immutable;

namespace Kelvin.Interchange.Dbt.Planning;

/// <summary>
/// Ways over rows whose declared key repeats, as a bridge that leads an account to each of its customers. dbt joins such rows anew
/// for each table behind them that a question names, so that each value of one table stands beside each of the other; the first
/// table shares its way with the rows' own columns.
/// </summary>
internal sealed class RepeatedKeys
{
    private readonly Dictionary<(DatasetPlan From, LinkPlan Over), List<DatasetPlan>> _behind = [];

    /// <summary>Adds a further way for each further table behind rows whose key repeats.</summary>
    public static void Link(ImmutableArray<DatasetPlan> datasets)
    {
        foreach (var start in datasets)
            foreach (var link in start.Links.Where(link => link is { To.KeyRepeats: true, Onward.IsEmpty: true }).ToList())
            {
                var behind = link.To.Links.Select(onward => onward.To).Distinct().Count();
                for (var again = 1; again < behind; again++)
                    if (FormattableString.Invariant($"{link.Name}_{again + 1}") is var name && start.Find(name) is null && !start.Links.Exists(other => other.Name == name))
                        start.Links.Add(link with { Name = name, Again = again });
            }
    }

    /// <summary>The route as a question takes it, which may have come the same way to another table before.</summary>
    public Route Of(Route route)
    {
        for (var hop = 0; hop + 1 < route.Hops.Length; hop++)
            if (route.Hops[hop] is { To.KeyRepeats: true } link)
            {
                var from = hop == 0 ? route.From : route.Hops[hop - 1].To;
                if (!_behind.TryGetValue((from, link), out var behind))
                    _behind[(from, link)] = behind = [];
                if (!behind.Contains(route.Hops[hop + 1].To))
                    behind.Add(route.Hops[hop + 1].To);
                if (from.Links.Find(other => other.To == link.To && other.Entity == link.Entity && other.Again == behind.IndexOf(route.Hops[hop + 1].To)) is { } way)
                    route = route with { Hops = route.Hops.SetItem(hop, way) };
            }
        return route;
    }
}
