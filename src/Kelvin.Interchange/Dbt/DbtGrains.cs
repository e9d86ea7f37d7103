using System.Collections.Immutable;
using Kelvin.Interchange.Dbt.Definitions;

namespace Kelvin.Interchange.Dbt;

/// <summary>The periods that dbt's names may end in.</summary>
internal static class DbtGrains
{
    private static readonly string[] Standard =
        ["nanosecond", "microsecond", "millisecond", "second", "minute", "hour", "day", "week", "month", "quarter", "year"];

    public static ImmutableHashSet<string> Of(DbtProject project) =>
        [.. Standard, .. project.Spines.SelectMany(spine => spine.CustomGrains).Select(grain => grain.Name)];
}
