using System.Collections.Immutable;
using Kelvin.Formulas;
using Kelvin.Interchange.Dbt.Definitions;
using Kelvin.Interchange.Tables;
using Kelvin.Language;

namespace Kelvin.Interchange.Dbt.Planning;

/// <summary>
/// Makes a dataset of the table from which dbt takes its days. Its columns name the company's own periods, so days elsewhere
/// are linked to it.
/// </summary>
internal sealed class SpinePlanner(DbtProject project, WarehouseTables tables, ICollection<Issue> issues)
{
    /// <summary>The datasets, that of the days among them where the project has one; its links are not there yet.</summary>
    public ImmutableArray<DatasetPlan> Plan(ImmutableArray<DatasetPlan> datasets)
    {
        if (project.Spines.FirstOrDefault(spine => spine.Granularity == "day") is not { Table.Length: > 0 } days || datasets.Any(dataset => dataset.Name == DefinitionNames.Fit(days.Table)))
            return datasets;
        var plan = new DatasetPlan(ModelOf(days));
        new ColumnPlanner(plan, tables.Find(days.Table), issues).Plan();
        return plan.ColumnOf(days.Column) is { Kind: ValueKind.Date } ? datasets.Add(plan) : datasets;
    }

    /// <summary>Adds a link from every day to its row, where there the company's own periods are named.</summary>
    public static void Link(ImmutableArray<DatasetPlan> datasets)
    {
        if (datasets.FirstOrDefault(dataset => dataset.Model.IsTimeSpine) is not { } days)
            return;
        days.Key = [days.Time!];
        if (days.Model.Dimensions.Length == 1)
            return;
        foreach (var dataset in datasets.Where(dataset => dataset != days))
            foreach (var column in dataset.Columns.Where(column => column is { Kind: ValueKind.Date, Stored: not null }))
                if (dataset.Find(NameOf(column)) is null && !dataset.Links.Exists(link => link.Name == NameOf(column)))
                    dataset.Links.Add(new LinkPlan(NameOf(column), "", days, [(column.Name, days.Time!)]));
    }

    private static string NameOf(ColumnPlan column) => column.Name + "_as_day";

    private static SemanticModel ModelOf(TimeSpine spine)
    {
        DbtDimension Named(string name, string column) => new(name, new DbtText(column, spine.Place), spine.Place);
        return new SemanticModel(spine.Table, spine.Table, spine.Place)
        {
            IsTimeSpine = true,
            AggregationTime = spine.Column,
            Dimensions = [Named(spine.Column, spine.Column) with { Granularity = spine.Granularity }, .. spine.CustomGrains.Where(grain => grain.Name != spine.Column).Select(grain => Named(grain.Name, grain.Column))],
        };
    }
}
