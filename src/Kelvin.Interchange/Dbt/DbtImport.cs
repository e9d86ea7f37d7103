using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Formulas.Syntax;
using Kelvin.Interchange.Dbt.Asking;
using Kelvin.Interchange.Dbt.Definitions;
using Kelvin.Interchange.Dbt.Planning;
using Kelvin.Interchange.Dbt.Reading;
using Kelvin.Interchange.Dbt.Translating;
using Kelvin.Interchange.Reports;
using Kelvin.Interchange.Tables;
using Kelvin.Interchange.Writing;
using Kelvin.Language;

namespace Kelvin.Interchange.Dbt;

/// <summary>What a dbt project becomes: definitions of ours, and a report of everything that has no counterpart.</summary>
public sealed class DbtImport
{
    private readonly MetricTranslation _metrics;

    private DbtImport(DbtProject project, ImmutableArray<DatasetPlan> datasets, ImmutableHashSet<string> grains, MetricTranslation metrics, ImmutableArray<DefinitionFile> files, ImmutableArray<Issue> issues)
    {
        (Project, Datasets, Grains, _metrics, Files, Issues) = (project, datasets, grains, metrics, files, issues);
    }

    /// <summary>Files of definitions: one per semantic model with the metrics of its rows, and one for metrics of several.</summary>
    public ImmutableArray<DefinitionFile> Files { get; }

    /// <summary>Settings for a workspace that has none: dbt knows no zones, so its days are those of UTC.</summary>
    public static DefinitionFile Settings(string workspace) =>
        new("kelvin.yaml", new YamlText().Entry("workspace", workspace).Entry("zone", "UTC").ToString(), null);

    /// <summary>What was lost or assumed, each with its place in the dbt project. Files that could not be read are errors, all else is a warning.</summary>
    public ImmutableArray<Issue> Issues { get; }

    /// <summary>The question of a saved query; null when there is none of this name.</summary>
    public DbtQuestion? SavedQuery(string name) =>
        Project.SavedQueries.FirstOrDefault(query => query.Name == name) is { } saved ? SavedQuestions.Of(saved, Grains) : null;

    /// <summary>What a workspace accepts of the files, and what became of each element of the project.</summary>
    public ImportedDefinitions Imported => ImportedDefinitions.Accepted(Files, DbtElements.Of(this), Issues.Except(Refusals.Of(Files)));

    /// <summary>How many datasets and metrics came along.</summary>
    public (int Datasets, int Metrics) Counts => (Datasets.Count(dataset => dataset is { Query: null, Model.IsTimeSpine: false }), _metrics.Order.Count(name => _metrics.Find(name) is not null));

    /// <summary>The tables and columns from which the project takes its periods, by granularity.</summary>
    public ImmutableDictionary<string, (string Table, string Column)> TimeSpines =>
        Project.Spines.DistinctBy(spine => spine.Granularity).ToImmutableDictionary(spine => spine.Granularity, spine => (spine.Table, spine.Column), StringComparer.Ordinal);

    internal DbtProject Project { get; }

    internal ImmutableArray<DatasetPlan> Datasets { get; }

    /// <summary>Every grain that a name may end in: dbt's own and the company's.</summary>
    internal ImmutableHashSet<string> Grains { get; }

    /// <summary>The days from which the project takes its time, or null.</summary>
    internal DatasetPlan? Days => Datasets.FirstOrDefault(dataset => dataset.Model.IsTimeSpine);

    /// <summary>What a metric has become, or null.</summary>
    internal MetricPlan? Metric(string name) => _metrics.Find(name);

    /// <summary>
    /// Reads the files of a dbt project or its semantic manifest. Types of columns come from the tables where they are known, else
    /// from how the project uses the columns.
    /// </summary>
    public static DbtImport Read(IReadOnlyList<DefinitionFile> files, WarehouseTables tables)
    {
        var issues = new List<Issue>();
        var project = DbtReader.Read(files, issues);
        if (project.Models.IsEmpty && project.Metrics.IsEmpty && issues.Count == 0)
            issues.Add(Issue.At(null, "interchange.dbt-nothing"));
        ImmutableArray<DatasetPlan> datasets = [.. project.Models.Select(model => new DatasetPlan(model))];
        foreach (var dataset in datasets)
            new ColumnPlanner(dataset, tables.Find(dataset.Model.Table), issues).Plan();
        datasets = new SpinePlanner(project, tables, issues).Plan(datasets);
        new KeyPlanner(datasets, tables, issues).Plan();
        datasets = PartitionPlanner.Plan(datasets);
        RepeatedKeys.Link(datasets);
        SpinePlanner.Link(datasets);
        var grains = DbtGrains.Of(project);
        var metrics = new MetricTranslation(project, datasets, grains, issues);
        var written = Written(datasets, [.. metrics.Order.Select(metrics.Find).OfType<MetricPlan>()]);
        issues.AddRange(Refusals.Of(written));
        var import = new DbtImport(project, datasets, grains, metrics, written, []);
        return new DbtImport(project, datasets, grains, metrics, written, [.. issues.Concat(SavedQuestions.Report(import)).Distinct()]);
    }

    /// <summary>The files: what refers to metrics is mended in the light of what they are.</summary>
    private static ImmutableArray<DefinitionFile> Written(ImmutableArray<DatasetPlan> datasets, ImmutableArray<MetricPlan> metrics)
    {
        var simple = metrics.Where(metric => metric.Rows is not null).ToList();
        var referring = metrics.Where(metric => metric.Rows is null).ToList();
        var plain = new PlainNumbers(CatalogLoader.Load([.. datasets.Select(dataset => FileOf(dataset, simple))]));
        ImmutableArray<MetricPlan> mended = [.. Mended(referring, plain)];
        var files = ImmutableArray.CreateBuilder<DefinitionFile>();
        foreach (var dataset in datasets)
            files.Add(FileOf(dataset, [.. simple, .. mended.Where(metric => metric.Axes.All(axis => axis.Rows == dataset))]));
        var several = mended.Where(metric => metric.Axes.Select(axis => axis.Rows).Distinct().Count() != 1).ToList();
        if (several.Count > 0)
        {
            var yaml = new YamlText();
            foreach (var metric in several)
                DefinitionWriter.Write(metric, yaml);
            files.Add(new DefinitionFile("metrics.yaml", yaml.ToString(), null));
        }
        return files.ToImmutable();
    }

    /// <summary>A metric after those that it refers to; their order in the files may be another.</summary>
    private static IEnumerable<MetricPlan> Mended(List<MetricPlan> metrics, PlainNumbers plain)
    {
        var done = metrics.ToDictionary(metric => metric.Name, metric => metric, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        void Mend(MetricPlan metric)
        {
            if (!seen.Add(metric.Name) || FormulaParser.Parse(metric.Formula).Value is not { } formula)
                return;
            foreach (var input in ((metric.Source as DbtMetric.Derived)?.Inputs ?? []).Where(input => done.ContainsKey(input.Name)))
                Mend(done[input.Name]);
            done[metric.Name] = metric with { Formula = FormulaPrinter.Print(plain.Mend(metric.Name, formula)) };
        }
        metrics.ForEach(Mend);
        return metrics.Select(metric => done[metric.Name]);
    }

    private static DefinitionFile FileOf(DatasetPlan dataset, IEnumerable<MetricPlan> metrics)
    {
        var yaml = new YamlText();
        DefinitionWriter.Write(dataset, yaml);
        foreach (var metric in metrics.Where(metric => (metric.Rows ?? metric.Axes[0].Rows) == dataset))
            DefinitionWriter.Write(metric, yaml);
        return new DefinitionFile(dataset.Name + ".yaml", yaml.ToString(), null);
    }
}
