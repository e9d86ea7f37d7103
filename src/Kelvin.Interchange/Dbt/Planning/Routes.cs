using System.Collections.Immutable;
using Kelvin.Interchange.Dbt.Definitions;

namespace Kelvin.Interchange.Dbt.Planning;

/// <summary>Finds what dbt's names mean, by the rules of its joins: along entities, never from one row to many.</summary>
internal static class Routes
{
    private const int MostHops = 3;

    /// <summary>The shortest ways from a dataset to what a name means; several when the name is ambiguous.</summary>
    public static ImmutableArray<Route> Find(DatasetPlan from, DbtPath path)
    {
        var found = From(from, from, [], [.. path.Entities], path.Element).ToList();
        var shortest = found.Count == 0 ? 0 : found.Min(route => route.Hops.Length);
        return [.. found.Where(route => route.Hops.Length == shortest)];
    }

    private static IEnumerable<Route> From(DatasetPlan start, DatasetPlan here, ImmutableArray<LinkPlan> hops, ImmutableArray<string> entities, string element)
    {
        if (entities.IsEmpty)
            return Here(start, here, hops, element);
        var rest = entities.RemoveAt(0);
        var own = IsNamedBy(here.Model, entities[0]) ? From(start, here, hops, rest, element) : [];
        if (hops.Length >= MostHops)
            return own;
        return own.Concat(here.Links.Where(link => link.Entity == entities[0] && link.Again == 0 && rest.Take(link.Onward.Length).SequenceEqual(link.Onward))
            .SelectMany(link => From(start, link.To, hops.Add(link), rest.RemoveRange(0, link.Onward.Length), element)));
    }

    private static IEnumerable<Route> Here(DatasetPlan start, DatasetPlan here, ImmutableArray<LinkPlan> hops, string element)
    {
        if (here.ColumnOf(element) is { } column && (here.Model.Dimension(element) is not null || here.Model.Entity(element) is not null))
            yield return new Route(start, hops, here, column, here.Model.Dimension(element));
    }

    /// <summary>Whether rows of a model are what the entity names, so that a name may begin with it without leading away.</summary>
    private static bool IsNamedBy(SemanticModel model, string entity) =>
        model.PrimaryEntity == entity || model.Entity(entity) is { Kind: EntityKind.Primary or EntityKind.Unique or EntityKind.Natural };
}
