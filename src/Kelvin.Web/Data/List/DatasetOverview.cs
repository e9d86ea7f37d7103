using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Quantities;
using Kelvin.Queries.Trusting;
using Kelvin.Queries.Warehouse;
using Kelvin.Web.Data.Words;
using Kelvin.Web.Metrics;
using Kelvin.Web.Reading;
using Kelvin.Web.Trust;

namespace Kelvin.Web.Data.List;

/// <summary>Reads what there is to say of every dataset in the list.</summary>
public sealed class DatasetOverview(ICurrentCatalog catalogs, IWarehouse warehouse, TimeProvider clock, Reader reader)
{
    /// <summary>The datasets by their labels.</summary>
    public async Task<ImmutableArray<DatasetLine>> ReadAsync(CancellationToken cancellationToken)
    {
        var catalog = catalogs.Current;
        var states = await warehouse.StatesAsync(cancellationToken);
        var readers = catalog.Metrics.Values.SelectMany(metric => MetricSources.Of(metric, catalog)).CountBy(dataset => dataset).ToDictionary();
        var words = new DataWords(reader, catalog);
        var trust = new TrustReading(catalog, states, clock.GetUtcNow());
        var trustWords = new TrustWords(catalog, reader.Tongue);
        return
        [
            .. catalog.Datasets.Values.Select(dataset => Line(dataset, states.GetValueOrDefault(dataset.Name), readers.GetValueOrDefault(dataset.Name), words, trust.Of(dataset.Name).Level, trustWords))
                .OrderBy(line => line.Label, StringComparer.Create(reader.Culture, ignoreCase: true)),
        ];
    }

    private DatasetLine Line(Dataset dataset, DatasetState? state, int metrics, DataWords words, TrustLevel level, TrustWords trust) => new(
        dataset.Name, reader.Read(dataset.Label), state is { Rows: > 0 }, words.Number(state?.Rows ?? 0),
        words.Span(dataset, state?.Earliest, state?.Watermark),
        state?.LastLoad is { } loaded ? words.Moment(loaded) : Display.Missing,
        dataset.Source is DatasetSource.Query ? reader.Say("data.from-query") : state?.LastSource ?? Display.Missing,
        trust.Level(level), TrustViews.ToneOf(level), metrics);
}
