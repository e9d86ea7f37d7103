using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Imports.Definitions;
using Kelvin.Imports.Looking;
using Kelvin.Imports.Planning;
using Kelvin.Imports.Uploads;
using Kelvin.Language;
using Kelvin.Loading.Mapping;
using Kelvin.Queries.Warehouse;
using Kelvin.Workspace;

namespace Kelvin.Imports.Running;

/// <summary>Loads one file as it is planned: writes the definition that it needs, brings the table in order, and loads.</summary>
public sealed class LoadFile(ImportDefinitions definitions, LiveCatalog catalog, IWarehouse warehouse, UploadStore uploads)
{
    /// <summary>What became of it. A definition that was written for it goes again when it is not loaded.</summary>
    /// <param name="upload">Its upload.</param>
    /// <param name="plan">The plan; ready.</param>
    /// <param name="joins">Whether files of the upload went to its dataset before, which its rows then join.</param>
    /// <param name="tongue">The language of reasons in the file of rejected rows.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="cancellationToken">Stops it; nothing has changed then.</param>
    public async Task<FileOutcome> LoadAsync(
        Upload upload, FilePlan plan, bool joins, Tongue tongue, IProgress<LoadProgress> progress, CancellationToken cancellationToken)
    {
        var made = Define(plan);
        if (made is { IsSound: false })
            return Refused(plan, made.Issues);
        using var written = made?.Value!.Write();
        var now = written is null ? catalog.Current : catalog.TakeUp();
        if (!now.Datasets.TryGetValue(plan.Dataset, out var dataset))
            return Refused(plan, [Issue.At(null, "import.unusable-definition", ("name", plan.Dataset))]);
        var prepared = await warehouse.PrepareAsync(now, cancellationToken);
        if (prepared.Where(issue => issue.Severity == Severity.Error && issue.Arguments.GetValueOrDefault("dataset") as string == dataset.Name).ToImmutableArray() is { IsEmpty: false } faults)
            return Refused(plan, faults);
        var choices = Choices(plan, dataset, made?.Value, joins);
        var request = choices.RequestFor(uploads.PathOf(upload.Id, plan.File.Content), now.Settings.Zone, tongue) with { Source = plan.File.Name };
        var loaded = await warehouse.LoadAsync(request, progress, cancellationToken);
        if (!loaded.IsSound)
            return Refused(plan, LookAtFile.Named(loaded.Issues, plan.File));
        written?.Keep();
        return Loaded(upload, plan, loaded.Value, LookAtFile.Named(loaded.Issues, plan.File)) with { Columns = ColumnsOf(dataset, choices.Format, plan) };
    }

    /// <summary>The definition that is to be written; null where none is.</summary>
    private Checked<MadeDefinition>? Define(FilePlan plan)
    {
        // Which file of a zip file it was says nothing about the next one.
        var proposal = plan.Proposal with { Format = plan.Proposal.Format with { Entry = null } };
        return plan.Target switch
        {
            FileTarget.New target => new NewDefinition(definitions).Make(target.Name, proposal, catalog.Current),
            FileTarget.Existing { Columns: var columns } => new MappedDefinition(definitions).Make(
                columns.Dataset, ImportChoices.Of(columns.Dataset, proposal.Format, columns.Matches, LoadMode.Replace).Format),
            _ => null,
        };
    }

    private static ImportChoices Choices(FilePlan plan, Dataset dataset, MadeDefinition? made, bool joins)
    {
        var entry = plan.Proposal.Format.Entry;
        if (plan.Target is not FileTarget.Existing existing)
            return new ImportChoices(dataset, made!.Format with { Entry = entry }, LoadMode.Replace) { Looked = plan.Proposal };
        var mode = existing.Mode == LoadMode.Replace && joins ? LoadMode.Append : existing.Mode;
        return ImportChoices.Of(dataset, plan.Proposal.Format, existing.Columns.Matches, mode) with { Looked = plan.Proposal };
    }

    private static FileOutcome Refused(FilePlan plan, ImmutableArray<Issue> issues) =>
        new() { End = FileEnd.Refused, Dataset = plan.Dataset, Told = IssueText.Write(issues) };

    private FileOutcome Loaded(Upload upload, FilePlan plan, LoadReport report, ImmutableArray<Issue> issues) => new()
    {
        End = FileEnd.Loaded,
        Dataset = report.Dataset,
        Accepted = report.Accepted,
        Changed = (report.Load?.Added ?? 0) + (report.Load?.Replaced ?? 0),
        Removed = report.Load?.Removed ?? 0,
        Rejected = report.Rejected,
        Load = report.Load?.Id,
        Format = plan.Proposal.Format,
        RejectedFile = report.RejectedFile is { } rejected ? Keep(upload, plan.File, rejected) : null,
        Told = IssueText.Write(issues),
    };

    private static ImmutableSortedDictionary<string, string> ColumnsOf(Dataset dataset, FileFormat format, FilePlan plan) => dataset.Columns.Where(column => column.IsStored)
        .Select(column => (column.Name, InFile: format.Names.GetValueOrDefault(column.Name, column.Name)))
        .Select(pair => (pair.Name, plan.Proposal.Columns.FirstOrDefault(one => string.Equals(one.Name, pair.InFile, StringComparison.OrdinalIgnoreCase))?.Name))
        .Where(pair => pair.Item2 is not null).ToImmutableSortedDictionary(pair => pair.Item1, pair => pair.Item2!, StringComparer.Ordinal);

    /// <summary>
    /// Rejected rows are mended here, whatever becomes of the file that the load left. Null where they cannot be kept: the other rows are loaded by now.
    /// </summary>
    private string? Keep(Upload upload, UploadedFile file, string rejected)
    {
        var content = FormattableString.Invariant($"rejected-{file.Number}");
        try
        {
            File.Copy(rejected, uploads.PathOf(upload.Id, content), overwrite: true);
            return content;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
