using System.Collections.Immutable;

namespace Kelvin.Interchange.Dbt.Planning;

/// <summary>A to-one link of a dataset to be.</summary>
/// <param name="Name">Its name in paths.</param>
/// <param name="Entity">The entity by which dbt joins.</param>
/// <param name="To">The dataset it leads to.</param>
/// <param name="On">Columns here and there.</param>
internal sealed record LinkPlan(string Name, string Entity, DatasetPlan To, ImmutableArray<(string Here, string There)> On)
{
    /// <summary>Whether it is written at the column of its name, and not under <c>links</c>.</summary>
    public bool IsColumn => On.Length == 1 && On[0].Here == Name;
}
