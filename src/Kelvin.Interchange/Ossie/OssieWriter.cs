using Kelvin.Interchange.Dbt.Planning;
using Kelvin.Interchange.Ossie.Reading;
using Kelvin.Interchange.Writing;

namespace Kelvin.Interchange.Ossie;

/// <summary>Writes what Ossie says as definitions.</summary>
internal static class OssieWriter
{
    public static void Write(OssieTable table, YamlText yaml)
    {
        yaml.Document().Entry("dataset", table.Name)
            .Raw("label", table.Source.Ours.GetValueOrDefault("label") ?? YamlText.Scalar(OneLine(table.Source.Description) ?? DefinitionNames.Readable(table.Name)))
            .Raw("key", YamlText.List(table.Key)).Entry("time", table.Time);
        yaml.Group("source").Entry("file", FileOf(table), 2);
        var renamed = table.Columns.Where(column => column.Stored is { } stored && stored != column.Name).ToList();
        if (renamed.Count > 0)
            yaml.Raw("names", YamlText.Map(renamed.Select(column => (column.Name, YamlText.InFlow(column.Stored!)))), 2);
        yaml.Group("columns");
        foreach (var column in table.Columns)
            Write(table, column, yaml);
        var links = table.Links.Where(link => table.Find(link.Name) is null).ToList();
        if (links.Count > 0)
            yaml.Group("links");
        foreach (var link in links)
            yaml.Raw(link.Name, YamlText.Map([("to", link.To), ("on", YamlText.Map(link.On.Select(pair => (pair.Here, pair.There))))]), 2);
    }

    public static void Write(OssieMetric metric, string formula, string? dataset, YamlText yaml)
    {
        yaml.Document().Entry("metric", DefinitionNames.Fit(metric.Name));
        if (!metric.Ours.ContainsKey("label"))
            yaml.Entry("label", DefinitionNames.Readable(metric.Name));
        foreach (var key in KelvinExtension.OfMetrics)
            yaml.Raw(key, metric.Ours.GetValueOrDefault(key));
        yaml.Entry("description", metric.Description).Entry("dataset", dataset).Entry("formula", formula);
    }

    private static void Write(OssieTable table, ColumnPlan column, YamlText yaml)
    {
        var type = column.Formula is { } formula ? "= " + formula : column.Type;
        if (column.Formula is null && !table.Key.Contains(column.Name) && !IsOurs(table, column))
            type += "?";
        if (table.Links.Where(link => link.Name == column.Name).Select(link => link.To).FirstOrDefault() is { } to)
            type += " -> " + to;
        var label = table.Source.Fields.FirstOrDefault(field => DefinitionNames.Fit(field.Name) == column.Name)?.Ours.GetValueOrDefault("label")
            ?? (OneLine(column.Label) is { } text ? YamlText.InFlow(text) : null);
        if (label is null)
            yaml.Entry(column.Name, type, 2);
        else
            yaml.Raw(column.Name, YamlText.Map([(column.Formula is null ? "type" : "formula", YamlText.InFlow(column.Formula ?? type!)), ("label", label)]), 2);
    }

    /// <summary>A type of ours says by itself whether values may be missing.</summary>
    private static bool IsOurs(OssieTable table, ColumnPlan column) =>
        table.Source.Fields.Any(field => DefinitionNames.Fit(field.Name) == column.Name && field.Ours.ContainsKey("type"));

    /// <summary>The table's file, by the last part of its name; a query has the dataset's.</summary>
    private static string FileOf(OssieTable table) =>
        (OssieImport.IsQuery(table.Source.Source) ? table.Name : table.Source.Source.Split('.')[^1].Trim('"', '`', ' ')) + ".csv";

    private static string? OneLine(string? text) => text?.ReplaceLineEndings(" ").Trim() is { Length: > 0 } line ? line : null;
}
