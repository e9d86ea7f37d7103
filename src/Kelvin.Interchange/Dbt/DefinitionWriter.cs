using Kelvin.Interchange.Dbt.Definitions;
using Kelvin.Interchange.Dbt.Planning;
using Kelvin.Interchange.Writing;

namespace Kelvin.Interchange.Dbt;

/// <summary>Writes plans as definitions.</summary>
internal static class DefinitionWriter
{
    /// <summary>A dataset; before it the rows that it is a query over, where it is one.</summary>
    public static void Write(DatasetPlan plan, YamlText yaml)
    {
        if (plan.RowsIn is { } rows)
        {
            yaml.Document().Entry("dataset", rows);
            Source(plan, yaml);
            yaml.Group("columns");
            foreach (var column in plan.Columns.Where(column => column.Stored is not null))
                yaml.Entry(column.Name, column.Type + "?", 2);
        }
        yaml.Document().Entry("dataset", plan.Name)
            .Entry("label", plan.Model.Label ?? DefinitionNames.Readable(plan.Name))
            .Raw("key", YamlText.List(plan.Key))
            .Entry("time", plan.Time is { } time && plan.IsTime(plan.Find(time)!) ? time : null);
        if (plan.KeyEntity is { Kind: EntityKind.Natural } && plan.Validity is var (from, to))
            yaml.Raw("valid", YamlText.Map(to is null ? [("from", from.Name)] : [("from", from.Name), ("to", to.Name)]));
        if (plan.HoldsBalances)
            yaml.Entry("balance", "snapshots");
        if (plan.Query is { } query)
            yaml.Entry("query", query);
        else if (plan.RowsIn is { } table)
            yaml.Entry("query", $"select {string.Join(", ", plan.Columns.Where(column => column.Stored is not null).Select(column => Quoted(column.Name)))} from {Quoted(table)}");
        else
            Source(plan, yaml);
        yaml.Group("columns");
        foreach (var column in plan.Columns)
            Column(plan, column, yaml);
        Links(plan, yaml);
        if (plan.Model.IsTimeSpine)
            Calendars(plan, yaml);
    }

    private static void Links(DatasetPlan plan, YamlText yaml)
    {
        var links = plan.Links.Where(link => !link.IsColumn).ToList();
        if (links.Count == 0)
            return;
        yaml.Group("links");
        foreach (var link in links)
            yaml.Raw(link.Name, YamlText.Map([("to", link.To.Name), ("on", YamlText.Map(link.On))]), 2);
    }

    /// <summary>The company's own periods, each as a calendar that the days list.</summary>
    private static void Calendars(DatasetPlan days, YamlText yaml)
    {
        foreach (var dimension in days.Model.Dimensions.Where(dimension => !dimension.IsTime))
            if (days.ColumnOf(dimension.Name) is { } column)
                yaml.Document().Entry("calendar", DefinitionNames.Fit(dimension.Name)).Entry("label", DefinitionNames.Readable(dimension.Name)).Entry("kind", "table")
                    .Entry("grain", DefinitionNames.Fit(dimension.Name)).Entry("dataset", days.Name).Entry("name", column.Name).Entry("first_day", days.Time);
    }

    /// <summary>A metric; after it the same in all, where it accumulates.</summary>
    public static void Write(MetricPlan plan, YamlText yaml)
    {
        var described = plan.Source.Description?.Trim();
        yaml.Document().Entry("metric", plan.Name)
            .Entry("label", plan.Source.Label ?? DefinitionNames.Readable(plan.Name))
            .Entry("description", described == plan.Name ? null : described)
            .Entry("dataset", plan.Rows?.Name)
            .Entry("formula", plan.Formula)
            .Entry("where", plan.Where)
            .Raw("time", YamlText.List(OtherAxes(plan)))
            .Entry("grain", plan.Grain == "day" ? null : plan.Grain)
            .Entry("empty", plan.IsEmptyZero ? "zero" : null);
        if (plan.WholeName is { } whole)
            yaml.Document().Entry("metric", whole)
                .Entry("label", (plan.Source.Label ?? DefinitionNames.Readable(plan.Name)) + ", in all")
                .Entry("formula", plan.Timeless)
                .Raw("time", YamlText.List(OtherAxes(plan)));
    }

    /// <summary>Axes other than those that the datasets have by themselves.</summary>
    private static List<string> OtherAxes(MetricPlan plan) =>
        [.. plan.OwnAxes.Where(axis => axis.Column is { } column && column.Name != axis.Rows.Time).Select(axis => $"{axis.Rows.Name}.{axis.Column!.Name}").Distinct()];

    private static void Source(DatasetPlan plan, YamlText yaml)
    {
        yaml.Group("source").Entry("file", plan.Model.Table + ".csv", 2);
        var renamed = plan.Columns.Where(column => column.Stored is { } stored && stored != column.Name).ToList();
        if (renamed.Count > 0)
            yaml.Raw("names", YamlText.Map(renamed.Select(column => (column.Name, YamlText.InFlow(column.Stored!)))), 2);
    }

    private static void Column(DatasetPlan plan, ColumnPlan column, YamlText yaml)
    {
        var type = column.Formula is { } formula ? "= " + formula : column.Type;
        if (column.Formula is null && !plan.Key.Contains(column.Name))
            type += "?";
        if (plan.Links.Find(link => link.IsColumn && link.Name == column.Name) is { } link)
            type += " -> " + link.To.Name;
        if (column.Label is null)
            yaml.Entry(column.Name, type, 2);
        else
            yaml.Raw(column.Name, YamlText.Map([(column.Formula is null ? "type" : "formula", YamlText.InFlow(column.Formula ?? type!)), ("label", YamlText.InFlow(column.Label))]), 2);
    }

    private static string Quoted(string name) => $"\"{name}\"";
}
