using System.Collections.Immutable;

namespace Kelvin.Interchange.Dbt.Planning;

/// <summary>A to-one link of a dataset to be.</summary>
/// <param name="Name">Its name in paths.</param>
/// <param name="Entity">The entity by which dbt joins.</param>
/// <param name="To">The dataset it leads to.</param>
/// <param name="On">Columns here and there.</param>
internal sealed record LinkPlan(string Name, string Entity, DatasetPlan To, ImmutableArray<(string Here, string There)> On)
{
    /// <summary>The entities by which dbt goes on from there, when it leads over all of them at once.</summary>
    public ImmutableArray<string> Onward { get; init; } = [];

    /// <summary>Which of several ways alike it is, to rows whose key repeats; 0 for the first.</summary>
    public int Again { get; init; }

    /// <summary>Whether it is written at the column of its name, and not under <c>links</c>.</summary>
    public bool IsColumn => On.Length == 1 && On[0].Here == Name;
}
