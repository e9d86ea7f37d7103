using System.Collections.Immutable;
using System.Globalization;
using Kelvin.Catalog;
using Kelvin.Imports.Definitions;
using Kelvin.Imports.Looking;
using Kelvin.Imports.Matching;
using Kelvin.Imports.Uploads;
using Kelvin.Loading.Mapping;
using Kelvin.Loading.Proposing;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Imports.Planning;

/// <summary>Works out what is to become of the files of an upload.</summary>
public sealed class PlanFiles(ImportDefinitions definitions, LookAtFile looking, IWarehouse warehouse)
{
    // A file that is surely for a dataset has what it needs and its key, and uses much of what the file has or is called so.
    private const double Sure = 0.7;

    /// <summary>The plans of the files that have been looked at and can be read.</summary>
    public async Task<UploadPlan> OfAsync(Upload upload, CancellationToken cancellationToken)
    {
        var catalog = definitions.ReadWithAllPacks();
        var states = await warehouse.StatesAsync(cancellationToken);
        var plans = ImmutableArray.CreateBuilder<FilePlan>();
        foreach (var file in upload.Files)
            if (looking.Find(upload, file) is { Proposal: { } proposal, Known: var known })
                plans.Add(PlanOf(file, proposal, known, catalog, states, plans));
        return new UploadPlan(upload, plans.ToImmutable(), catalog, definitions.Read(), states);
    }

    private static FilePlan PlanOf(
        UploadedFile file, FileProposal proposal, KnownValues known, MetricCatalog catalog, IReadOnlyDictionary<string, DatasetState> states, IReadOnlyCollection<FilePlan> before)
    {
        var matching = new DatasetMatching(catalog, known);
        var suggestions = proposal.Columns.IsEmpty ? [] : matching.Suggest(proposal);
        var chosen = file.Choices switch
        {
            { New: not null } => null,
            { Dataset: { } name } when catalog.Datasets.TryGetValue(name, out var dataset) => matching.Of(proposal, dataset),
            _ => suggestions.FirstOrDefault(one => one is { Score: >= Sure, Lacking.IsEmpty: true }),
        };
        FileTarget target = chosen is null
            ? new FileTarget.New(FreeName(file.Choices.New ?? Path.GetFileNameWithoutExtension(file.Name), catalog, before))
            : Existing(chosen, file, proposal, states.GetValueOrDefault(chosen.Dataset.Name)?.Rows ?? 0);
        return new FilePlan(file, proposal, suggestions, target);
    }

    private static FileTarget.Existing Existing(DatasetSuggestion chosen, UploadedFile file, FileProposal proposal, long rows)
    {
        var target = new FileTarget.Existing(ColumnAnswers.Of(chosen, file.Choices.Columns, proposal), LoadMode.Replace, rows);
        return target with { Mode = file.Choices.Mode is { } said && target.Modes.Contains(said) ? said : rows == 0 ? LoadMode.Replace : target.Modes[0] };
    }

    private static string FreeName(string written, MetricCatalog catalog, IReadOnlyCollection<FilePlan> before)
    {
        var name = NewDataset.NameOf(written);
        return Enumerable.Range(1, int.MaxValue).Select(number => number == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}_{number}"))
            .First(free => !catalog.Datasets.ContainsKey(free) && before.All(plan => plan.Dataset != free));
    }
}
