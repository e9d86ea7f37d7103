using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Interchange.Ossie.Reading;
using Kelvin.Interchange.Reports;
using Kelvin.Language;
using Kelvin.Quantities;

namespace Kelvin.Interchange.Ossie.Export;

/// <summary>Definitions as a core model of Apache Ossie, and what became of each.</summary>
public sealed class OssieExport
{
    private readonly MetricCatalog _catalog;
    private readonly List<Issue> _issues = [];
    private readonly List<ReportedElement> _elements = [];
    private readonly HashSet<(string Dataset, string Column)> _written = [];

    private OssieExport(MetricCatalog catalog)
    {
        _catalog = catalog;
        var datasets = catalog.Datasets.Values.Select(Dataset).ToArray();
        var links = catalog.Datasets.Values.SelectMany(Links).ToArray();
        var metrics = catalog.Metrics.Values.Select(Metric).OfType<(string, object?)[]>().ToArray();
        var name = catalog.Settings.Name.In(Tongue.English);
        if (!catalog.Tests.IsEmpty)
            _issues.Add(Issue.At(null, "interchange.export-key", ("key", "test"), ("name", name)).AsWarning());
        if (!catalog.Calendars.IsEmpty)
            _issues.Add(Issue.At(null, "interchange.export-key", ("key", "calendar"), ("name", name)).AsWarning());
        Text = BlockYaml.Write(
        [
            ("version", OssieReader.Version),
            ("semantic_model", new (string, object?)[][] { [("name", name), ("datasets", datasets), ("relationships", links), ("metrics", metrics)] }),
        ]);
        Report = InterchangeReport.Of(_elements, _issues);
    }

    /// <summary>The model as YAML.</summary>
    public string Text { get; }

    /// <summary>What became of each dataset, link and metric.</summary>
    public InterchangeReport Report { get; }

    /// <summary>Everything sound in a catalog.</summary>
    public static OssieExport Of(MetricCatalog catalog) => new(catalog);

    private (string, object?)[] Dataset(Dataset dataset)
    {
        _elements.Add(new ReportedElement(ElementKind.Dataset, dataset.Name, dataset.Place, CameAlong: true));
        if (dataset.Validity is not null)
            Lost(dataset, "valid");
        if (dataset.Balance is not null)
            Lost(dataset, "balance");
        if (dataset.Source is DatasetSource.Query)
            _issues.Add(Issue.At(dataset.Place, "interchange.export-query", ("name", dataset.Name)).AsWarning());
        return
        [
            ("name", dataset.Name),
            ("source", dataset.Source is DatasetSource.Query query ? query.Sql.Trim() : dataset.Name),
            // A key that may come again, for another time, is no key there.
            ("primary_key", dataset.Validity is null ? dataset.Key.ToArray() : []),
            ("description", dataset.Label.In(Tongue.English)),
            ("fields", dataset.Columns.Select(column => Field(dataset, column)).OfType<(string, object?)[]>().ToArray()),
            ("custom_extensions", OurWords.Of(("label", InSeveral(dataset.Label)), ("time", dataset.Time))),
        ];
    }

    private (string, object?)[]? Field(Dataset dataset, Column column)
    {
        try
        {
            var sql = Sql(dataset, column);
            _written.Add((dataset.Name, column.Name));
            return
            [
                ("name", column.Name),
                ("expression", Expression(sql)),
                ("dimension", new (string, object?)[] { ("is_time", column.Type.Kind is Formulas.ValueKind.Date or Formulas.ValueKind.Timestamp) }),
                ("label", column.Label?.In(Tongue.English)),
                ("datatype", OssieTypes.Of(column)),
                ("custom_extensions", OurWords.Of(("type", column.IsStored ? OssieTypes.Ours(column) : null), ("label", InSeveral(column.Label)))),
            ];
        }
        catch (UnspeakableException unspeakable)
        {
            _issues.Add(Issue.At(dataset.Place, "interchange.export-column", ("name", dataset.Name), ("column", column.Name), ("obstacle", unspeakable.Piece)).AsWarning());
            return null;
        }
    }

    /// <summary>A column of the table by its name there; a computed one in terms of those.</summary>
    private static string Sql(Dataset dataset, Column column)
    {
        if (column.Computed is { } computed)
            return new AnsiSql(path => path.Links.IsEmpty && dataset.Find(path.Column) is { } own
                ? own.IsStored ? Sql(dataset, own) : $"({Sql(dataset, own)})"
                : throw new UnspeakableException(path.ToString())).Of(computed);
        return AnsiSql.Name(dataset.Source is DatasetSource.Files { Format.Names: var names } ? names.GetValueOrDefault(column.Name, column.Name) : column.Name);
    }

    private IEnumerable<(string, object?)[]> Links(Dataset dataset)
    {
        var names = dataset.Columns.Where(column => column.LinksTo is not null).Select(column => column.Name).Concat(dataset.Links.Select(link => link.Name));
        foreach (var link in names.Select(name => _catalog.Link(dataset, name)))
        {
            var isDated = link.At is not null || _catalog.Datasets[link.To].Validity is not null;
            _elements.Add(new ReportedElement(ElementKind.Link, $"{dataset.Name}.{link.Name}", dataset.Place, !isDated) { IsInside = true });
            if (isDated)
                _issues.Add(Issue.At(dataset.Place, "interchange.export-link", ("name", dataset.Name), ("link", link.Name)).AsWarning());
            else
                yield return
                [
                    ("name", dataset.Columns.Any(column => column.Name == link.Name) ? $"{dataset.Name}_{link.Name}" : link.Name),
                    ("from", dataset.Name), ("to", link.To),
                    ("from_columns", link.On.Select(pair => pair.Here).ToArray()), ("to_columns", link.On.Select(pair => pair.There).ToArray()),
                ];
        }
    }

    private (string, object?)[]? Metric(Metric metric)
    {
        try
        {
            var sql = new AnsiMetrics(_catalog, (dataset, column) => _written.Contains((dataset, column))).Of(metric.Expression);
            _elements.Add(new ReportedElement(ElementKind.Metric, metric.Name, metric.Place, CameAlong: true));
            if (!metric.Drives.IsEmpty)
                _issues.Add(Issue.At(metric.Place, "interchange.export-key", ("key", "drives"), ("name", metric.Name)).AsWarning());
            return
            [
                ("name", metric.Name), ("expression", Expression(sql)), ("description", metric.Description?.In(Tongue.English)),
                ("custom_extensions", OurWords.Of(
                    ("label", metric.Label), ("question", metric.Question), ("unit", metric.Declared is { } unit ? UnitText.Write(unit) : null),
                    ("better", metric.Better == Direction.None ? null : metric.Better.ToString().ToLowerInvariant()),
                    ("kind", metric.Kind == MetricKind.Operational ? null : "strategic"), ("grain", metric.Grain.Name == "day" ? null : metric.Grain.Name),
                    ("empty", metric.EmptyIsZero ? "zero" : null), ("time", metric.Time.Select(axis => $"{axis.Key}.{axis.Value}").ToArray()),
                    ("department", metric.Department), ("owner", metric.Owner), ("tags", metric.Tags.ToArray()))),
            ];
        }
        catch (UnspeakableException unspeakable)
        {
            _elements.Add(new ReportedElement(ElementKind.Metric, metric.Name, metric.Place, CameAlong: false));
            _issues.Add(Issue.At(metric.Place, "interchange.export-metric", ("name", metric.Name), ("obstacle", unspeakable.Piece)).AsWarning());
            return null;
        }
    }

    private static (string, object?)[] Expression(string sql) =>
        [("dialects", new (string, object?)[][] { [("dialect", "ANSI_SQL"), ("expression", sql)] })];

    private static LocalText? InSeveral(LocalText? text) => text is not null && text.Codes.Skip(1).Any() ? text : null;

    private void Lost(Dataset dataset, string key) =>
        _issues.Add(Issue.At(dataset.Place, "interchange.export-key", ("key", key), ("name", dataset.Name)).AsWarning());
}
