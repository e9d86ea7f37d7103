using System.Collections.Immutable;

namespace Kelvin.Formulas.Checking;

/// <summary>Ways from one dataset to another along to-one links.</summary>
internal static class LinkPaths
{
    /// <summary>More ways than this to one dataset are not listed: two already make a choice that people must settle.</summary>
    private const int MostWays = 4;

    /// <summary>The shortest chains of link columns that lead to a dataset: none, one, or a choice.</summary>
    public static ImmutableArray<ImmutableArray<string>> Shortest(DatasetSymbol from, string to, IFormulaScope scope) =>
        Reach(from, scope).GetValueOrDefault(to, []);

    /// <summary>Every dataset that can be reached, itself included, with the shortest chains to it.</summary>
    public static Dictionary<string, ImmutableArray<ImmutableArray<string>>> Reach(DatasetSymbol from, IFormulaScope scope)
    {
        var reached = new Dictionary<string, ImmutableArray<ImmutableArray<string>>> { [from.Name] = [[]] };
        for (IReadOnlyCollection<string> edge = [from.Name]; edge.Count > 0;)
        {
            var next = new Dictionary<string, ImmutableArray<ImmutableArray<string>>>();
            foreach (var name in edge)
            {
                foreach (var link in scope.Dataset(name)?.AllLinks ?? [])
                {
                    if (reached.ContainsKey(link.To) || scope.Dataset(link.To) is null)
                        continue;
                    var ways = reached[name].Select(way => way.Add(link.Name));
                    next[link.To] = [.. next.GetValueOrDefault(link.To, []).Concat(ways).Take(MostWays)];
                }
            }
            foreach (var (name, ways) in next)
                reached[name] = ways;
            edge = next.Keys;
        }
        return reached;
    }

    /// <summary>
    /// The link that makes rows many: the first one, walking from <paramref name="other"/>, that leads to a dataset within
    /// reach of <paramref name="rows"/>. Null when the two are not joined at all.
    /// </summary>
    public static (string Dataset, string Link, string LeadsTo)? FanOut(DatasetSymbol rows, DatasetSymbol other, IFormulaScope scope)
    {
        var reach = Reach(rows, scope);
        var nearest = Reach(other, scope)
            .Where(pair => reach.ContainsKey(pair.Key))
            .OrderBy(pair => pair.Value[0].Length)
            .Select(pair => (pair.Key, Way: pair.Value[0]))
            .FirstOrDefault();
        if (nearest.Key is null || nearest.Way.IsEmpty)
            return null;
        var at = other;
        foreach (var link in nearest.Way[..^1])
            at = scope.Dataset(at.Link(link)!.To)!;
        return (at.Name, nearest.Way[^1], nearest.Key);
    }
}
