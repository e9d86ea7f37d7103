using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Kelvin.Catalog;
using Kelvin.Formulas;
using Kelvin.Language;
using Kelvin.Loading.Proposing;

namespace Kelvin.Loading.Mapping;

/// <summary>A definition for a file that no dataset is for: columns named in words with underscores, labelled as in the file.</summary>
public static class NewDataset
{
    private const int LongestName = 63;

    /// <summary>A name that definitions can have, from what a file or a column is called.</summary>
    public static string NameOf(string written)
    {
        var name = new StringBuilder();
        foreach (var letter in string.Join('_', HeaderWords.Words(written)).Normalize(NormalizationForm.FormD))
            if (char.IsAsciiLetterOrDigit(letter) || letter == '_')
                name.Append(char.ToLowerInvariant(letter));
        var text = name.ToString().Trim('_');
        text = text.Length == 0 ? "column" : char.IsAsciiLetter(text[0]) ? text : "n_" + text;
        return text.Length > LongestName ? text[..LongestName].TrimEnd('_') : text;
    }

    /// <summary>The definition as YAML, and the format in which its files are then read.</summary>
    /// <param name="name">The dataset's name.</param>
    /// <param name="file">The file; its questions answered.</param>
    /// <param name="catalog">The datasets that there are, to whose keys columns may lead.</param>
    public static string Yaml(string name, FileProposal file, MetricCatalog catalog)
    {
        var names = NamesOf(file.Columns);
        var label = Path.GetFileNameWithoutExtension(file.Path);
        var yaml = new StringBuilder($"dataset: {name}\nlabel: {FormatYaml.Quoted(label)}\n");
        if (KeyOf(file.Columns) is { } key)
            yaml.Append(CultureInfo.InvariantCulture, $"key: {names[key.Field]}\n");
        if (file.Columns.FirstOrDefault(column => column.Kind is ValueKind.Date or ValueKind.Timestamp) is { } time)
            yaml.Append(CultureInfo.InvariantCulture, $"time: {names[time.Field]}\n");
        var source = FormatYaml.Write(file.Format with { Names = Renamed(file.Columns, names) }, "  ");
        if (source.Length > 0)
            yaml.Append("source:\n").Append(source);
        yaml.Append("columns:\n");
        foreach (var column in file.Columns)
            yaml.Append(CultureInfo.InvariantCulture, $"  {names[column.Field]}: {{ type: {FormatYaml.Quoted(TypeOf(column, names[column.Field], name, catalog))}, label: {FormatYaml.Quoted(column.Name)} }}\n");
        return yaml.ToString();
    }

    /// <summary>The definition as a dataset, checked with the others; issues where it cannot be used.</summary>
    public static Checked<Dataset> Check(string name, string yaml, IReadOnlyList<DefinitionFile> others)
    {
        const string File = "new.yaml";
        var catalog = CatalogLoader.Load([.. others, new DefinitionFile(File, yaml, null)]);
        ImmutableArray<Issue> issues = [.. catalog.Issues.Where(issue => issue.Place?.File == File && issue.Severity == Severity.Error)];
        return issues.IsEmpty && catalog.Datasets.TryGetValue(name, out var dataset)
            ? Checked<Dataset>.Sound(dataset)
            : Checked<Dataset>.Faulty(issues.IsEmpty ? [Issue.At(null, "import.unusable-definition", ("name", name))] : issues);
    }

    private static Dictionary<int, string> NamesOf(ImmutableArray<ColumnProposal> columns)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var names = new Dictionary<int, string>();
        foreach (var column in columns)
        {
            var wanted = char.IsAsciiDigit(column.Name[0]) && column.Name.All(char.IsAsciiDigit) ? "column_" + column.Name : NameOf(column.Name);
            var name = wanted;
            for (var number = 2; !used.Add(name); number++)
                name = string.Create(CultureInfo.InvariantCulture, $"{wanted}_{number}");
            names[column.Field] = name;
        }
        return names;
    }

    /// <summary>The names that are other than in the file; all of them where the file has none, for they are then numbers.</summary>
    private static ImmutableSortedDictionary<string, string> Renamed(ImmutableArray<ColumnProposal> columns, Dictionary<int, string> names) =>
        columns.Where(column => !string.Equals(names[column.Field], column.Name, StringComparison.OrdinalIgnoreCase))
            .ToImmutableSortedDictionary(column => names[column.Field], column => column.Name, StringComparer.Ordinal);

    /// <summary>The first column whose values are all there and all different, if it is called as keys are.</summary>
    private static ColumnProposal? KeyOf(ImmutableArray<ColumnProposal> columns) =>
        columns.FirstOrDefault(column => column.IsUnique && column.Kind is ValueKind.Text or ValueKind.Number && HeaderWords.AreCodes(column.Name) && column.IsUnique);

    private static string TypeOf(ColumnProposal column, string name, string own, MetricCatalog catalog)
    {
        var target = catalog.Datasets.Values.FirstOrDefault(dataset => dataset.Name != own && dataset.Key is [var key] && key == name
            && dataset.Find(key) is { Type.Kind: var kind } && kind == column.Kind);
        return target is null || column.BareType is not ("text" or "integer") ? column.Type : $"{column.Type} -> {target.Name}";
    }
}
