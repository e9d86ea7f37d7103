using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Cli.Workspaces;
using Kelvin.Language;

namespace Kelvin.Cli.Import;

/// <summary>Which files go into which datasets.</summary>
/// <param name="Steps">What to import, in order.</param>
/// <param name="Absent">Datasets whose file is not in the workspace, with the name it should have.</param>
internal sealed record ImportPlan(ImmutableArray<ImportStep> Steps, ImmutableArray<(Dataset Dataset, string File)> Absent)
{
    /// <summary>What a person asked for: everything, one dataset, or files into a dataset.</summary>
    public static Checked<ImportPlan> Of(OpenedWorkspace workspace, string? dataset, ImmutableArray<string> files)
    {
        if (dataset is null)
            return Checked<ImportPlan>.Sound(OfWorkspace(workspace));
        if (!workspace.Catalog.Datasets.TryGetValue(dataset, out var into))
            return Checked<ImportPlan>.Faulty(Issue.At(null, "cli.import.unknown-dataset",
                ("name", dataset), ("nearest", NearestName.Of(dataset, workspace.Catalog.Datasets.Keys))));
        if (!files.IsEmpty)
            return Checked<ImportPlan>.Sound(new ImportPlan([new ImportStep(into, files)], []));
        var found = Find(into, workspace.Folder);
        return found.IsEmpty
            ? Checked<ImportPlan>.Faulty(Issue.At(into.Place, "cli.import.no-file", ("dataset", dataset), ("file", FileOf(into)), ("folder", workspace.Folder)))
            : Checked<ImportPlan>.Sound(new ImportPlan([new ImportStep(into, found)], []));
    }

    /// <summary>Every dataset that names a file, where the file is there.</summary>
    public static ImportPlan OfWorkspace(OpenedWorkspace workspace)
    {
        var named = workspace.Catalog.Datasets.Values.Where(dataset => FileOf(dataset) is not null)
            .Select(dataset => new ImportStep(dataset, Find(dataset, workspace.Folder))).ToList();
        return new ImportPlan(
            [.. named.Where(step => !step.Files.IsEmpty)],
            [.. named.Where(step => step.Files.IsEmpty).Select(step => (step.Dataset, FileOf(step.Dataset)!))]);
    }

    private static string? FileOf(Dataset dataset) => dataset.Source is DatasetSource.Files files ? files.Format.File : null;

    /// <summary>The files of a name or pattern in the workspace, in alphabetical order.</summary>
    private static ImmutableArray<string> Find(Dataset dataset, string folder)
    {
        if (FileOf(dataset) is not { } pattern)
            return [];
        var path = Path.GetFullPath(pattern, folder);
        return Directory.Exists(Path.GetDirectoryName(path))
            ? [.. Directory.EnumerateFiles(Path.GetDirectoryName(path)!, Path.GetFileName(path)).Order(StringComparer.Ordinal)]
            : [];
    }
}

/// <summary>Files that go into a dataset, one after the other.</summary>
internal sealed record ImportStep(Dataset Dataset, ImmutableArray<string> Files);
