using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Cli.CommandLine;
using Kelvin.Language;

namespace Kelvin.Cli.Import;

/// <summary>The words after <c>import</c>: a dataset and files, or files alone.</summary>
/// <param name="Catalog">The datasets that there are.</param>
/// <param name="First">The first word.</param>
/// <param name="Rest">The others.</param>
internal sealed record ImportWords(MetricCatalog Catalog, string? First, ImmutableArray<string> Rest)
{
    private bool NamesDataset => First is not null && Catalog.Datasets.ContainsKey(First);

    /// <summary>Whether all words are files: the first is one, and no dataset is called so.</summary>
    public bool AreFiles(Session session) => First is not null && !NamesDataset && File.Exists(session.PathOf(First));

    /// <summary>The answers with the dataset that the words name.</summary>
    public Checked<ImportAnswers> With(ImportAnswers answers)
    {
        var named = NamesDataset ? First : answers.Dataset;
        var contradicting = NamesDataset
            ? ImportOptions.Both(answers.Dataset is not null && answers.Dataset != First, First!, $"--dataset {answers.Dataset}").AddRange(ImportOptions.Both(answers.New is not null, First!, $"--new {answers.New}"))
            : [];
        return !contradicting.IsEmpty ? Checked<ImportAnswers>.Faulty(contradicting)
            : named is not null && !Catalog.Datasets.ContainsKey(named)
            ? Checked<ImportAnswers>.Faulty(Issue.At(null, "cli.import.unknown-dataset", ("name", named), ("nearest", NearestName.Of(named, Catalog.Datasets.Keys))))
            : First is null || NamesDataset && Rest.IsEmpty
            ? Checked<ImportAnswers>.Faulty(Issue.At(null, "cli.import.name-a-file"))
            : Checked<ImportAnswers>.Sound(answers with { Dataset = named });
    }

    /// <summary>The files.</summary>
    public ImmutableArray<string> Files(Session session, ImportAnswers answers) =>
        [.. (NamesDataset && answers.Dataset == First ? Rest : Rest.Insert(0, First!)).Select(session.PathOf)];
}
