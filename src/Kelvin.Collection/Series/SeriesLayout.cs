using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Formulas;

namespace Kelvin.Collection.Series;

/// <summary>
/// Which column of a dataset takes what of a sample, by its name at the source: <c>time</c>, <c>name</c>, <c>value</c>, <c>increase</c>,
/// <c>kind</c>, <c>unit</c> and <c>labels</c> (all of them in one text); any other name is that of a label. A label whose name is one of
/// those is written <c>label.name</c>.
/// </summary>
public sealed class SeriesLayout
{
    private const string LabelMark = "label.";
    private static readonly string[] Parts = ["time", "name", "value", "increase", "kind", "unit", "labels"];

    private readonly ImmutableArray<(Column Column, string Source)> _columns;

    private SeriesLayout(Dataset dataset, ImmutableArray<(Column, string)> columns) => (Dataset, _columns) = (dataset, columns);

    /// <summary>The dataset.</summary>
    public Dataset Dataset { get; }

    /// <summary>The column of the moment.</summary>
    public Column Time => Of("time")!;

    /// <summary>The column of the series' name, or null.</summary>
    public Column? Name => Of("name");

    /// <summary>The column of all labels in one text, or null.</summary>
    public Column? Labels => Of("labels");

    /// <summary>The column of the value.</summary>
    public Column Value => Of("value")!;

    /// <summary>The column of how much a count has grown since the sample before, or null.</summary>
    public Column? Increase => Of("increase");

    /// <summary>The columns of single labels, each with the label's name.</summary>
    public IEnumerable<(Column Column, string Label)> SingleLabels => _columns
        .Where(one => !Parts.Contains(one.Source))
        .Select(one => (one.Column, one.Source.StartsWith(LabelMark, StringComparison.Ordinal) ? one.Source[LabelMark.Length..] : one.Source));

    /// <summary>The layout of a dataset; null when it has no columns for a moment and a number.</summary>
    public static SeriesLayout? Of(Dataset dataset)
    {
        var names = dataset.Source is DatasetSource.Files { Format.Names: var given } ? given : FileFormat.Default.Names;
        var layout = new SeriesLayout(
            dataset, [.. dataset.Columns.Where(column => column.IsStored).Select(column => (column, names.GetValueOrDefault(column.Name, column.Name)))]);
        return layout.Of("time")?.Type.Kind == ValueKind.Timestamp && layout.Of("value")?.Type.Kind == ValueKind.Number
            && layout.Of("increase")?.Type.Kind is null or ValueKind.Number
            && new[] { "name", "kind", "unit", "labels" }.All(part => layout.Of(part)?.Type.Kind is null or ValueKind.Text)
            // Only all its labels tell a series from others.
            && (layout.Increase is null || layout.Name is not null && layout.Labels is not null) ? layout : null;
    }

    /// <summary>The column for a part of a sample, or null.</summary>
    public Column? Of(string part) => _columns.FirstOrDefault(one => one.Source == part).Column;
}
