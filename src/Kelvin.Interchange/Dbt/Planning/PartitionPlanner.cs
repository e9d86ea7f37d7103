using System.Collections.Immutable;
using Kelvin.Interchange.Dbt.Definitions;

namespace Kelvin.Interchange.Dbt.Planning;

/// <summary>
/// Ways of two links whose second leads into a table of several partitions, where the rows in between do not say which one is
/// meant, but those where the way begins do: as listings have no partition, and bookings and users do. dbt joins the latter two
/// first; so they become a dataset of their own, with a row for each of the rows in between and partition.
/// </summary>
internal static class PartitionPlanner
{
    /// <summary>The datasets, and those for such ways, with links to them.</summary>
    public static ImmutableArray<DatasetPlan> Plan(ImmutableArray<DatasetPlan> datasets)
    {
        var all = datasets.ToBuilder();
        foreach (var between in datasets.Where(between => between is { Key.Length: 1, KeyRepeats: false, KeyEntity: not null }))
            foreach (var entity in between.Model.Entities)
                foreach (var target in datasets.Where(target => IsOutOfReach(between, entity, target)))
                    if (Starts(datasets, between, target).ToList() is { Count: > 0 } starts)
                    {
                        var joined = Joined(between, entity, target, all);
                        all.Add(joined);
                        foreach (var start in starts)
                            Link(start, between, entity, target, joined);
                    }
        return all.ToImmutable();
    }

    private static bool IsOutOfReach(DatasetPlan between, DbtEntity entity, DatasetPlan target) =>
        target != between && !target.KeyRepeats && target.KeyEntity is { Kind: not EntityKind.Natural } key && key.Name == entity.Name && target.Key.Length > 1
        && entity.Name != between.KeyEntity!.Name && between.ColumnOf(entity.Name) is { Stored: not null }
        && !between.Links.Exists(link => link.To == target && link.Entity == entity.Name);

    /// <summary>The datasets from which a way begins and that say which partition is meant.</summary>
    private static IEnumerable<DatasetPlan> Starts(ImmutableArray<DatasetPlan> datasets, DatasetPlan between, DatasetPlan target) =>
        datasets.Where(start => start.Links.Exists(link => link.To == between)
            && KeyPlanner.Partitions(target).All(partition => start.Model.Dimension(partition.Name) is { IsPartition: true } && start.ColumnOf(partition.Name) is { Stored: not null }));

    private static DatasetPlan Joined(DatasetPlan between, DbtEntity entity, DatasetPlan target, IEnumerable<DatasetPlan> taken)
    {
        var name = Free($"{between.Name}_{target.Name}", name => taken.Any(dataset => dataset.Name == name));
        var key = between.Find(between.Key[0])!;
        var keyName = Free(key.Name, name => target.Find(name) is not null);
        var columns = target.Columns.Where(column => column.Stored is not null).Select(column => $"there.{Quoted(column.Name)}");
        var plan = new DatasetPlan(new SemanticModel(name, target.Model.Table, target.Model.Place)
        {
            Label = target.Model.Label,
            AggregationTime = target.Model.AggregationTime,
            Entities = [.. target.Model.Entities.Where(other => other.Kind == EntityKind.Foreign)],
            Dimensions = target.Model.Dimensions,
        })
        {
            Query = $"select here.{Quoted(key.Name)} as {Quoted(keyName)}, {string.Join(", ", columns)} from {Quoted(between.Name)} as here "
                + $"join {Quoted(target.Name)} as there on here.{Quoted(between.ColumnOf(entity.Name)!.Name)} = there.{Quoted(target.Key[0])}",
            Key = [keyName, .. target.Key.Skip(1)],
        };
        plan.Add(key with { Name = keyName, Label = null });
        foreach (var column in target.Columns)
            plan.Add(column);
        foreach (var element in plan.Model.Dimensions.Select(dimension => dimension.Name).Concat(plan.Model.Entities.Select(other => other.Name)))
            plan.Hold(element, target.ColumnOf(element));
        plan.Links.AddRange(target.Links);
        return plan;
    }

    private static void Link(DatasetPlan start, DatasetPlan between, DbtEntity entity, DatasetPlan target, DatasetPlan joined)
    {
        foreach (var first in start.Links.Where(link => link.To == between && link.On.Length == 1).ToList())
            start.Links.Add(new LinkPlan(
                Free(joined.Name, name => start.Find(name) is not null || start.Links.Exists(link => link.Name == name)), first.Entity, joined,
                [(first.On[0].Here, joined.Key[0]), .. KeyPlanner.Partitions(target).Select(partition => (start.ColumnOf(partition.Name)!.Name, target.ColumnOf(partition.Name)!.Name))])
            {
                Onward = [entity.Name],
            });
    }

    private static string Free(string name, Func<string, bool> isTaken) =>
        Enumerable.Range(1, int.MaxValue).Select(number => number == 1 ? name : FormattableString.Invariant($"{name}_{number}")).First(candidate => !isTaken(candidate));

    private static string Quoted(string name) => $"\"{name}\"";
}
