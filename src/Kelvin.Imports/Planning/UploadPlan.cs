using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Imports.Uploads;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Imports.Planning;

/// <summary>What is to become of an upload.</summary>
/// <param name="Upload">The upload.</param>
/// <param name="Files">Its files that have been looked at and can be read.</param>
/// <param name="Ahead">The definitions with every pack taken.</param>
/// <param name="Now">The definitions that hold.</param>
/// <param name="States">What is known of the rows that are there.</param>
public sealed record UploadPlan(
    Upload Upload, ImmutableArray<FilePlan> Files, MetricCatalog Ahead, MetricCatalog Now, IReadOnlyDictionary<string, DatasetState> States)
{
    /// <summary>The plan of a file, or null.</summary>
    public FilePlan? Find(int number) => Files.FirstOrDefault(plan => plan.File.Number == number);

    /// <summary>The files that can be loaded now: those for datasets that are there first, for new ones may lead to them.</summary>
    public IEnumerable<FilePlan> Ready => Files.Where(plan => plan.IsReady && plan.File.IsWaiting).OrderBy(plan => plan.Target is FileTarget.New);

    /// <summary>Packs that have use for the data, those that are needed first.</summary>
    public ImmutableArray<PackOffer> Packs => field.IsDefault ? field = Offers() : field;

    /// <summary>The packs to take when the files are loaded.</summary>
    public IEnumerable<string> PacksToTake => Packs.Where(offer => offer.IsNeeded || offer.IsWanted).Select(offer => offer.Pack.Name);

    private ImmutableArray<PackOffer> Offers()
    {
        var needed = Files.Where(plan => plan.File.IsWaiting).Select(plan => (plan.Target as FileTarget.Existing)?.Columns.Dataset.Pack).OfType<string>().ToHashSet();
        var filled = States.Values.Where(state => state.Rows > 0).Select(state => state.Dataset).ToHashSet();
        var coming = Files.Where(plan => plan.File.IsWaiting).Select(plan => plan.Dataset).ToHashSet();
        return
        [
            .. Ahead.Packs.Values.Where(pack => !Now.Packs.ContainsKey(pack.Name))
                .Select(pack => new PackOffer(pack, MetricsOf(pack, filled, coming), needed.Contains(pack.Name), !Upload.UnwantedPacks.Contains(pack.Name)))
                .Where(offer => offer.IsNeeded || !offer.Metrics.IsEmpty).OrderByDescending(offer => offer.IsNeeded).ThenByDescending(offer => offer.Metrics.Length),
        ];
    }

    private ImmutableArray<Metric> MetricsOf(Pack pack, HashSet<string> filled, HashSet<string> coming) =>
    [
        .. Ahead.Metrics.Values.Where(metric => metric.Pack == pack.Name && MetricData.IsGivenBy(metric, Ahead, filled, coming)),
    ];
}
