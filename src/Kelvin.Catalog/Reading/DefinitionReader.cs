using System.Text.RegularExpressions;
using Kelvin.Calendars;
using Kelvin.Catalog.Yaml;
using Kelvin.Language;

namespace Kelvin.Catalog.Reading;

/// <summary>Reads files into drafts, document by document.</summary>
internal sealed partial class DefinitionReader(IssueList issues)
{
    private const int Longest = 1_000_000;

    // A metric, a calendar or a form may also name a dataset, so the order matters: the first of these keys that is there says what the document is.
    private static readonly string[] Kinds = ["workspace", "pack", "test", "metric", "calendar", "form", "dataset", "connection", "expectations"];

    private readonly List<SortedDocument> _documents = [];
    private readonly List<Draft> _drafts = [];

    /// <summary>What has been read so far of the files, faulty definitions included, in their order.</summary>
    public IReadOnlyList<Draft> Drafts => _drafts;

    /// <summary>
    /// Cuts files into documents and reads what other definitions take words from: settings, packs, and calendars, whose grains
    /// any definition may name wherever it stands. <see cref="ReadOthers"/> reads the rest.
    /// </summary>
    public static DefinitionReader Begin(IEnumerable<DefinitionFile> files, IssueList issues)
    {
        var reader = new DefinitionReader(issues);
        foreach (var file in files)
            reader.ReadFile(file);
        reader.ReadFirst();
        return reader;
    }

    private void ReadFile(DefinitionFile file)
    {
        var source = new SourceText(file.Path, file.Text.StartsWith('\uFEFF') ? file.Text[1..] : file.Text);
        if (file.Text.Length > Longest)
            issues.Add(source.PlaceOf(0, 1), "catalog.file-size", ("characters", file.Text.Length), ("most", Longest));
        else if (file.Text.IndexOfAny(['\uFFFD', '\0']) is var odd and >= 0)
            issues.Add(source.PlaceOf(odd, 1), "catalog.encoding-odd");
        else
            foreach (var (start, end) in YamlDocuments.Of(source))
                Sort(file, source, start, end);
    }

    private void ReadFirst()
    {
        foreach (var (document, kind, head, file) in _documents)
            if (kind == "workspace")
                _drafts.Add(SettingsReader.Read(document, head, issues));
            else if (head.Value is not YamlNode.Scalar { IsNothing: false } name)
                issues.Add(head.Key.Place, "catalog.empty", ("key", kind));
            else if (kind == "pack")
                _drafts.Add(PackReader.Read(document, name, issues));
            else if (kind == "calendar")
                _drafts.Add(CalendarReader.Read(document, name, file.Pack, issues));
            else if (kind == "connection")
                _drafts.Add(ConnectionReader.Read(document, name, file.Pack, issues));
    }

    /// <summary>Reads the datasets, metrics and tests. Money without a currency is in the given one.</summary>
    public void ReadOthers(string currency, Vocabulary<Grain> grains)
    {
        foreach (var (document, kind, head, file) in _documents)
            if (head.Value is YamlNode.Scalar { IsNothing: false } name && kind is "test" or "metric" or "dataset" or "form" or "expectations")
                _drafts.Add(kind switch
                {
                    "test" => TestReader.Read(document, name, file.Pack, grains, issues),
                    "expectations" => ExpectationReader.Read(document, name, file.Pack, grains, issues),
                    "metric" => MetricReader.Read(document, name, file.Pack, grains, issues),
                    "form" => FormReader.Read(document, name, file.Pack, currency, grains, issues),
                    _ => DatasetReader.Read(document, name, file.Pack, currency, grains, issues),
                });
    }

    private void Sort(DefinitionFile file, SourceText source, int start, int end)
    {
        var node = YamlReader.Read(source, start, end, issues);
        if (node is null)
            NoteBroken(file, source, start, end);
        else if (node is not YamlNode.Mapping mapping)
        {
            if (node is not YamlNode.Scalar { IsNothing: true })
                issues.Add(node.Place, "catalog.unknown-document", ("known", string.Join(", ", Kinds)));
        }
        else if (Second(mapping) is { } second)
        {
            issues.Add(second.Key.Place, "catalog.yaml-second");
            NoteBroken(file, source, start, end);
        }
        else if (Kinds.Select(kind => mapping.Entries.FirstOrDefault(entry => entry.Key.Text == kind))
            .FirstOrDefault(entry => entry is not null) is { } head)
            _documents.Add(new(mapping, head.Key.Text, head, file));
        else
            issues.Add(mapping.Entries.FirstOrDefault()?.Key.Place ?? mapping.Place, "catalog.unknown-document",
                ("known", string.Join(", ", Kinds)), ("nearest", NearestKind(mapping)));
    }

    /// <summary>The head of a second definition that no line of dashes parts from the first.</summary>
    private static YamlEntry? Second(YamlNode.Mapping mapping)
    {
        var heads = mapping.Entries.Where(entry => Kinds.Contains(entry.Key.Text)).DistinctBy(entry => entry.Key.Text).ToList();
        var isMetricOfDataset = heads.Count == 2 && heads.All(head => head.Key.Text is "metric" or "dataset")
            && mapping.Entries.All(entry => entry.Key.Text != "columns");
        var isCalendarOfDataset = heads.Count == 2 && heads.Any(head => head.Key.Text == "calendar") && heads.Any(head => head.Key.Text == "dataset")
            && mapping.Entries.All(entry => entry.Key.Text != "columns");
        var isFormOfDataset = heads.Count == 2 && heads.Any(head => head.Key.Text == "form") && heads.Any(head => head.Key.Text == "dataset");
        return heads.Count < 2 || isMetricOfDataset || isCalendarOfDataset || isFormOfDataset ? null : heads[1];
    }

    private static string? NearestKind(YamlNode.Mapping mapping) =>
        mapping.Entries.Select(entry => NearestName.Of(entry.Key.Text, Kinds)).FirstOrDefault(kind => kind is not null);

    /// <summary>What a broken document would have defined, so that what depends on it is not reported as unknown.</summary>
    private void NoteBroken(DefinitionFile file, SourceText source, int start, int end)
    {
        var heads = HeadPattern().Matches(source.Text[start..end]);
        if (heads.OrderByDescending(match => match.Groups["kind"].Value == "metric").FirstOrDefault() is { } head)
            _drafts.Add(new BrokenDraft(
                head.Groups["kind"].Value, head.Groups["name"].Value, source.PlaceOf(start + head.Index, head.Length), file.Pack));
    }

    private sealed record SortedDocument(YamlNode.Mapping Document, string Kind, YamlEntry Head, DefinitionFile File);

    [GeneratedRegex(@"^(?<kind>metric|dataset|calendar|connection|form):[ ]+(?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex HeadPattern();
}
