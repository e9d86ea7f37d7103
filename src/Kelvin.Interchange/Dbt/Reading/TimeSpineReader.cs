using System.Collections.Immutable;
using Kelvin.Interchange.Dbt.Definitions;
using Kelvin.Interchange.Documents;

namespace Kelvin.Interchange.Dbt.Reading;

/// <summary>Reads the tables of periods that a project keeps.</summary>
internal static class TimeSpineReader
{
    /// <summary>From the configuration in a manifest; the older way of naming them counts where the newer does not.</summary>
    public static IEnumerable<TimeSpine> OfConfiguration(NodeFields configuration)
    {
        foreach (var spine in configuration.Groups("time_spines"))
            if (spine.Group("primary_column") is { } primary && primary.Text("name") is { } column)
                yield return new TimeSpine(spine.Group("node_relation")?.Text("alias") ?? "", column, primary.Word("time_granularity") ?? "day", spine.Place)
                {
                    CustomGrains = Custom(spine.Groups("custom_granularities")),
                };
        foreach (var spine in configuration.Groups("time_spine_table_configurations"))
            if (spine.Text("location") is { } location && spine.Text("column_name") is { } column)
                yield return new TimeSpine(location[(location.LastIndexOf('.') + 1)..], column, spine.Word("grain") ?? "day", spine.Place);
    }

    /// <summary>From a model of a project's YAML; null when the model is no time spine.</summary>
    public static TimeSpine? OfTable(NodeFields table)
    {
        if (table.Text("name") is not { } name || table.Group("time_spine") is not { } spine || spine.Text("standard_granularity_column") is not { } column)
            return null;
        var granularity = table.Groups("columns").FirstOrDefault(one => one.Text("name") == column)?.Word("granularity");
        return new TimeSpine(name, column, granularity ?? "day", table.Place) { CustomGrains = Custom(spine.Groups("custom_granularities")) };
    }

    private static ImmutableArray<(string, string)> Custom(IEnumerable<NodeFields> grains) =>
        [.. grains.Select(grain => (grain.Text("name"), grain.Text("column_name"))).Where(grain => grain.Item1 is not null).Select(grain => (grain.Item1!, grain.Item2 ?? grain.Item1!))];
}
