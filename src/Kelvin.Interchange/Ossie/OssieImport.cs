using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Interchange.Ossie.Reading;
using Kelvin.Interchange.Reports;
using Kelvin.Interchange.Tables;
using Kelvin.Interchange.Writing;
using Kelvin.Language;

namespace Kelvin.Interchange.Ossie;

/// <summary>Core models of Apache Ossie, formerly OSI, as definitions of ours.</summary>
public static class OssieImport
{
    /// <summary>Reads models; types of columns come from the tables where they are known, else from the fields' datatypes.</summary>
    public static ImportedDefinitions Read(IReadOnlyList<DefinitionFile> files, WarehouseTables tables)
    {
        var issues = new List<Issue>();
        var reader = new OssieReader(issues);
        foreach (var file in files)
            reader.Read(file);
        if (reader.Datasets.Count == 0 && issues.Count == 0)
            issues.Add(Issue.At(null, "interchange.ossie-nothing"));
        foreach (var query in reader.Datasets.Where(dataset => IsQuery(dataset.Source)))
            issues.Add(Issue.At(query.Place, "interchange.ossie-query", ("dataset", query.Name)).AsWarning());
        List<OssieTable> planned = [.. reader.Datasets.Select(dataset => new OssieTable(dataset, tables.Find(dataset.Source.Split('.')[^1].Trim('"', '`')), issues))];
        var linked = new OssieLinks(planned, issues).Write(reader.Relationships).ToHashSet();
        var metrics = new YamlText();
        var said = new HashSet<OssieMetric>();
        var formulas = new OssieFormulas(planned, reader.Metrics, issues);
        foreach (var metric in reader.Metrics)
            if (formulas.Of(metric) is var (formula, dataset))
            {
                OssieWriter.Write(metric, formula, dataset, metrics);
                said.Add(metric);
            }
        ReportedElement[] elements =
        [
            .. reader.Datasets.Select(dataset => new ReportedElement(ElementKind.Dataset, dataset.Name, dataset.Place, CameAlong: true)),
            .. reader.Relationships.Select(link => new ReportedElement(ElementKind.Link, link.Name, link.Place, linked.Contains(link))),
            .. reader.Metrics.Select(metric => new ReportedElement(ElementKind.Metric, metric.Name, metric.Place, said.Contains(metric))),
        ];
        return ImportedDefinitions.Accepted(Files(planned, said.Count > 0 ? metrics.ToString() : null), elements, issues.Distinct());
    }

    /// <summary>Whether a source is a query and no table's name.</summary>
    internal static bool IsQuery(string source) => source.AsSpan().Trim().IndexOfAny(" \n\t") >= 0;

    private static ImmutableArray<DefinitionFile> Files(IEnumerable<OssieTable> tables, string? metrics)
    {
        var files = ImmutableArray.CreateBuilder<DefinitionFile>();
        foreach (var table in tables)
        {
            var yaml = new YamlText();
            OssieWriter.Write(table, yaml);
            files.Add(new DefinitionFile(table.Name + ".yaml", yaml.ToString(), null));
        }
        if (metrics is not null)
            files.Add(new DefinitionFile("metrics.yaml", metrics, null));
        return files.ToImmutable();
    }
}
