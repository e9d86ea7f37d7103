using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Interchange.Dbt.Definitions;
using Kelvin.Interchange.Documents;
using Kelvin.Language;

namespace Kelvin.Interchange.Dbt.Reading;

/// <summary>
/// Finds the definitions in a dbt project: in the semantic manifest that dbt builds, in the project's YAML files, and in files with
/// one definition per document.
/// </summary>
internal sealed class DbtReader(ICollection<Issue> issues)
{
    private readonly ImmutableArray<SemanticModel>.Builder _models = ImmutableArray.CreateBuilder<SemanticModel>();
    private readonly ImmutableArray<DbtMetric>.Builder _metrics = ImmutableArray.CreateBuilder<DbtMetric>();
    private readonly ImmutableArray<SavedQuery>.Builder _queries = ImmutableArray.CreateBuilder<SavedQuery>();
    private readonly ImmutableArray<TimeSpine>.Builder _spines = ImmutableArray.CreateBuilder<TimeSpine>();

    /// <summary>Everything that the files define.</summary>
    public static DbtProject Read(IEnumerable<DefinitionFile> files, ICollection<Issue> issues)
    {
        var reader = new DbtReader(issues);
        foreach (var file in files)
            foreach (var document in DocumentReader.Read(file, issues).OfType<DocumentNode.Mapping>())
                reader.ReadDocument(new NodeFields(document, issues));
        return new DbtProject(
            reader.Once(reader._models, model => model.Name, model => model.Place),
            reader.Once(reader._metrics, metric => metric.Name, metric => metric.Place),
            reader.Once(reader._queries, query => query.Name, query => query.Place),
            [.. reader._spines.DistinctBy(spine => (spine.Table, spine.Granularity))]);
    }

    private void ReadDocument(NodeFields root)
    {
        var models = root.Groups("semantic_models").Concat(Only(root, "semantic_model"));
        foreach (var model in models)
            if (SemanticModelReader.Read(model, issues) is { } read)
                _models.Add(read);
        foreach (var metric in root.Groups("metrics").Concat(Only(root, "metric")))
            if (DbtMetricReader.Read(metric, issues) is { } read)
                _metrics.Add(read);
        foreach (var query in root.Groups("saved_queries").Concat(Only(root, "saved_query")))
            if (SavedQueryReader.Read(query, issues) is { } read)
                _queries.Add(read);
        // Some write a list of one.
        foreach (var configuration in root.Groups("project_configuration"))
            _spines.AddRange(TimeSpineReader.OfConfiguration(configuration));
        foreach (var model in root.Groups("models"))
            ReadTable(model);
    }

    /// <summary>A model of dbt is a table; only what it says about time concerns us.</summary>
    private void ReadTable(NodeFields table)
    {
        if (TimeSpineReader.OfTable(table) is { } spine)
            _spines.Add(spine);
        if (table.Has("semantic_model"))
            issues.Add(Issue.At(table.PlaceOf("semantic_model"), "interchange.dbt-embedded", ("name", table.Text("name"))).AsWarning());
    }

    private static IEnumerable<NodeFields> Only(NodeFields root, string key) => root.Group(key) is { } group ? [group] : [];

    /// <summary>The first of each name; of the others it is said that they were left out.</summary>
    private ImmutableArray<T> Once<T>(IEnumerable<T> found, Func<T, string> name, Func<T, Place> place)
    {
        var kept = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var one in found)
            if (!kept.TryAdd(name(one), one))
                issues.Add(Issue.At(place(one), "interchange.defined-twice", ("name", name(one)), ("line", place(kept[name(one)]).Line)).AsWarning());
        return [.. kept.Values];
    }
}
