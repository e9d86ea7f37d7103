using Kelvin.Catalog;
using Kelvin.Interchange.Documents;
using Kelvin.Language;

namespace Kelvin.Interchange.Ossie.Reading;

/// <summary>Reads core models of Apache Ossie, version 0.2; the drafts before it say the same in the same words.</summary>
internal sealed class OssieReader(ICollection<Issue> issues)
{
    public const string Version = "0.2.0.dev0";

    private static readonly HashSet<string> DatasetKeys = ["label", "time"];
    private static readonly HashSet<string> FieldKeys = ["type", "label"];

    private readonly List<OssieDataset> _datasets = [];
    private readonly List<OssieRelationship> _relationships = [];
    private readonly List<OssieMetric> _metrics = [];

    public IReadOnlyList<OssieDataset> Datasets => _datasets;

    public IReadOnlyList<OssieRelationship> Relationships => _relationships;

    public IReadOnlyList<OssieMetric> Metrics => _metrics;

    public void Read(DefinitionFile file)
    {
        foreach (var document in DocumentReader.Read(file, issues).OfType<DocumentNode.Mapping>().Where(document => document.Has("semantic_model")))
        {
            var root = new NodeFields(document, issues).Ignore("dialects", "vendors");
            if (root.Text("version") is { } version && !version.StartsWith("0.2", StringComparison.Ordinal))
                issues.Add(Issue.At(root.PlaceOf("version"), "interchange.ossie-version", ("version", version), ("known", Version)).AsWarning());
            foreach (var model in root.Groups("semantic_model"))
                Model(model);
            root.ReportUnread();
        }
    }

    private void Model(NodeFields model)
    {
        model.Ignore("name", "description");
        foreach (var dataset in model.Groups("datasets"))
            if (Named(dataset, _datasets.Select(one => (one.Name, one.Place))) is { } name)
                _datasets.Add(Dataset(dataset, name));
        foreach (var relationship in model.Groups("relationships"))
            if (Named(relationship, _relationships.Select(one => (one.Name, one.Place))) is { } name)
                _relationships.Add(Relationship(relationship, name));
        foreach (var metric in model.Groups("metrics"))
            if (Named(metric, _metrics.Select(one => (one.Name, one.Place))) is { } name)
                _metrics.Add(Metric(metric, name));
        model.ReportUnread();
    }

    private OssieDataset Dataset(NodeFields node, string name)
    {
        var source = node.Node("source") is DocumentNode.Mapping described ? new NodeFields(described, issues).Text("object") : node.Text("source");
        var key = node.Texts("primary_key");
        var dataset = new OssieDataset(name, source ?? name, node.Place, key, [.. node.Groups("fields").Select(Field).OfType<OssieField>()])
        {
            Description = node.Text("description"),
            Ours = KelvinExtension.Read(node, DatasetKeys, issues),
        };
        foreach (var unique in node.Items("unique_keys").OfType<DocumentNode.Sequence>())
        {
            var columns = unique.Items.OfType<DocumentNode.Scalar>().Select(column => column.Text).ToList();
            if (!columns.SequenceEqual(key))
                issues.Add(Issue.At(unique.Place, "interchange.ossie-unique", ("dataset", name), ("columns", string.Join(", ", columns))).AsWarning());
        }
        node.ReportUnread();
        return dataset;
    }

    private OssieField? Field(NodeFields node)
    {
        if (Named(node, []) is not { } name)
            return null;
        var dimension = node.Group("dimension");
        var (label, description) = (node.Text("label"), node.Text("description"));
        if (label is not null && description is not null)
            issues.Add(Issue.At(node.PlaceOf("description"), "interchange.key-lost", ("key", "description")).AsWarning());
        var field = new OssieField(name, OssieExpression.Read(node), node.Place)
        {
            Type = node.Text("datatype"),
            IsTime = dimension is not null && dimension.Has("is_time") ? dimension.IsTrue("is_time") : null,
            Label = label ?? description,
            Ours = KelvinExtension.Read(node, FieldKeys, issues),
        };
        node.ReportUnread();
        return field;
    }

    private static OssieRelationship Relationship(NodeFields node, string name)
    {
        var relationship = new OssieRelationship(
            name, node.Text("from") ?? "", node.Text("to") ?? "", node.Texts("from_columns"), node.Texts("to_columns"), node.Place);
        node.ReportUnread();
        return relationship;
    }

    private OssieMetric Metric(NodeFields node, string name)
    {
        // What a metric's values are follows from its formula.
        node.Ignore("datatype");
        var metric = new OssieMetric(name, OssieExpression.Read(node), node.Place)
        {
            Description = node.Text("description"),
            Ours = KelvinExtension.Read(node, KelvinExtension.OfMetrics, issues),
        };
        node.ReportUnread();
        return metric;
    }

    /// <summary>The name; null, with an issue, where there is none or it is taken.</summary>
    private string? Named(NodeFields node, IEnumerable<(string Name, Place Place)> taken)
    {
        var name = node.Text("name");
        if (name is null)
            issues.Add(Issue.At(node.Place, "interchange.nameless").AsWarning());
        else if (taken.Where(one => one.Name == name).Select(one => one.Place).FirstOrDefault() is { } first)
            issues.Add(Issue.At(node.Place, "interchange.defined-twice", ("name", name), ("line", first.Line)).AsWarning());
        else
            return name;
        return null;
    }
}
