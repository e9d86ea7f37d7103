using System.Collections.Immutable;
using Kelvin.Interchange.Dbt.Definitions;
using Kelvin.Interchange.Tables;
using Kelvin.Language;

namespace Kelvin.Interchange.Dbt.Planning;

/// <summary>Chooses datasets' keys and writes their links.</summary>
internal sealed class KeyPlanner(IReadOnlyList<DatasetPlan> plans, WarehouseTables tables, ICollection<Issue> issues)
{
    public void Plan()
    {
        foreach (var plan in plans)
            ChooseKey(plan);
        foreach (var plan in plans)
            foreach (var entity in plan.Model.Entities)
                AddLinks(plan, entity);
    }

    /// <summary>
    /// The entity that names rows here and that other models speak of; a primary one before others. Where a table is cut into
    /// partitions, the partition is part of the key.
    /// </summary>
    private void ChooseKey(DatasetPlan plan)
    {
        var candidates = plan.Model.Entities.Where(entity => entity.Kind != EntityKind.Foreign && plan.ColumnOf(entity.Name) is { Stored: not null })
            .OrderBy(entity => entity.Kind switch { EntityKind.Primary => 0, EntityKind.Natural => 1, _ => 2 }).ToList();
        var chosen = candidates.Find(candidate => plans.Any(other => other != plan && other.Model.Entity(candidate.Name) is { Kind: EntityKind.Foreign }))
            ?? candidates.FirstOrDefault();
        if (chosen is null)
            return;
        ImmutableArray<string> key = [plan.ColumnOf(chosen.Name)!.Name, .. Partitions(plan).Select(partition => plan.ColumnOf(partition.Name)!.Name)];
        if (chosen.Kind != EntityKind.Natural && tables.Find(plan.Model.Table)?.Repeats?.Invoke([.. key.Select(column => plan.Find(column)!.Stored!)]) == true)
        {
            issues.Add(Issue.At(chosen.Place, "interchange.key-repeats", ("dataset", plan.Name), ("key", string.Join(", ", key))).AsWarning());
            plan.KeyRepeats = true;
        }
        plan.Key = key;
        plan.KeyEntity = chosen;
        foreach (var other in candidates.Where(other => other != chosen && plans.Any(one => one != plan && one.Model.Entity(other.Name) is not null)))
            issues.Add(Issue.At(other.Place, "interchange.dbt-second-key", ("dataset", plan.Name), ("entity", other.Name), ("key", chosen.Name)).AsWarning());
    }

    private void AddLinks(DatasetPlan plan, DbtEntity entity)
    {
        if (plan.ColumnOf(entity.Name) is not { Stored: not null } column)
            return;
        var targets = plans.Where(other => other != plan && other.KeyEntity?.Name == entity.Name && !(entity.Kind == EntityKind.Natural && other.KeyEntity.Kind == EntityKind.Natural)).ToList();
        foreach (var target in targets)
        {
            var on = ImmutableArray.CreateBuilder<(string, string)>();
            on.Add((column.Name, target.Key[0]));
            foreach (var partition in Partitions(target))
                if (plan.Model.Dimension(partition.Name) is { IsPartition: true } && plan.ColumnOf(partition.Name) is { Stored: not null } same)
                    on.Add((same.Name, target.ColumnOf(partition.Name)!.Name));
            if (on.Count < target.Key.Length)
                issues.Add(Issue.At(entity.Place, "interchange.dbt-unpartitioned", ("dataset", plan.Name), ("target", target.Name), ("partition", target.Key[^1])).AsWarning());
            else
                plan.Links.Add(new LinkPlan(NameOf(plan, column, target, targets.Count, on.Count), entity.Name, target, on.ToImmutable()));
        }
    }

    /// <summary>A single way is named as its column; of several, each is named after where it leads.</summary>
    private static string NameOf(DatasetPlan plan, ColumnPlan column, DatasetPlan target, int targets, int columns)
    {
        if (targets == 1 && columns == 1)
            return column.Name;
        var isTaken = plan.Find(target.Name) is not null || plan.Links.Exists(link => link.Name == target.Name);
        return isTaken ? $"{column.Name}_{target.Name}" : target.Name;
    }

    /// <summary>The dimensions by which a table is cut into parts.</summary>
    public static IEnumerable<DbtDimension> Partitions(DatasetPlan plan) =>
        plan.Model.Dimensions.Where(dimension => dimension.IsPartition && plan.ColumnOf(dimension.Name) is { Stored: not null });
}
