using System.Collections.Immutable;
using Kelvin.Interchange.Dbt.Planning;
using Kelvin.Interchange.Dbt.Referring;

namespace Kelvin.Interchange.Dbt.Asking;

/// <summary>
/// Chooses the rows of a question without metrics: those from which the fewest links lead to everything it
/// names, and of these, as dbt does, those that hold least beside it.
/// </summary>
internal static class CombinationRows
{
    /// <summary>The dataset with its time; none when nothing leads to everything.</summary>
    public static ImmutableArray<RowAxis> Of(DbtImport import, DbtQuestion question)
    {
        var names = question.GroupBy.Select(grouping => DbtPath.Parse(grouping.Name, import.Grains)).Concat(question.Where.SelectMany(where => Named(where, import))).ToList();
        var best = import.Datasets.Where(dataset => dataset.Query is null)
            .Select(dataset => (Dataset: dataset, Hops: names.Select(name => HopsTo(dataset, name)).ToList()))
            .Where(one => one.Hops.TrueForAll(hops => hops is not null))
            .OrderBy(one => one.Hops.SelectMany(hops => hops!.Value).Distinct().Count())
            .ThenBy(one => one.Dataset.Model.Entities.Length + one.Dataset.Model.Dimensions.Length)
            .Select(one => one.Dataset).FirstOrDefault();
        return best is null ? [] : [new RowAxis(best, best.Model.AggregationTime)];
    }

    /// <summary>The links to what a name means; null when nothing leads there. The time of no metric is that of the calendar.</summary>
    private static ImmutableArray<LinkPlan>? HopsTo(DatasetPlan dataset, DbtPath name) =>
        name.IsMetricTime ? dataset.Model.IsTimeSpine ? [] : null
        : Routes.Find(dataset, name) is [var route, ..] ? route.Hops
        : null;

    /// <summary>What a condition names, metrics left out.</summary>
    public static IEnumerable<DbtPath> Named(string where, DbtImport import) =>
        Sql.SqlLexer.Read(where).Where(token => token.Kind == Sql.SqlTokenKind.Reference)
            .Select(token => DbtReference.Read(token.Value, import.Grains)).OfType<DbtReference.Element>().Select(element => element.Path);
}
