using System.Collections.Immutable;
using Kelvin.Formulas.Syntax;
using Kelvin.Interchange.Dbt.Planning;

namespace Kelvin.Interchange.Dbt.Referring;

/// <summary>Finds one way of writing a name that means what dbt means in every dataset that a question reads.</summary>
internal static class SharedNames
{
    /// <summary>The name and where it leads; null when a dataset lacks it, or when it must be written differently in each.</summary>
    public static (Formula.Name Name, Route Route)? Find(IReadOnlyList<DatasetPlan> datasets, DbtPath path)
    {
        var routes = new List<Route>();
        foreach (var dataset in datasets)
            if (Routes.Find(dataset, path) is [var route, ..])
                routes.Add(route);
            else
                return null;
        if (routes.Count == 0)
            return null;
        if (routes.All(route => route.Path.Equals(routes[0].Path)))
            return (routes[0].Path, routes[0]);
        return routes.All(route => route.To == routes[0].To && route.Column == routes[0].Column && IsOnlyShortest(route))
            ? (routes[0].Universal, routes[0])
            : null;
    }

    /// <summary>Whether a way is the only one of its length to where it leads, and none is shorter.</summary>
    private static bool IsOnlyShortest(Route route)
    {
        var ends = new List<(DatasetPlan At, ImmutableArray<LinkPlan> Hops)> { (route.From, []) };
        for (var length = 0; length <= route.Hops.Length; length++)
        {
            var arrived = ends.Where(end => end.At == route.To).ToList();
            if (arrived.Count > 0)
                return arrived is [var only] && only.Hops.SequenceEqual(route.Hops);
            ends = [.. ends.SelectMany(end => end.At.Links.Select(link => (link.To, end.Hops.Add(link))))];
        }
        return false;
    }
}
