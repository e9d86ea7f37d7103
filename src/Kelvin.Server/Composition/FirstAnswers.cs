using Kelvin.Catalog;
using Kelvin.Queries.Asking;
using Kelvin.Web.Metrics.List;

namespace Kelvin.Server.Composition;

/// <summary>
/// Asks what the list of metrics asks as soon as the server has started, so that the first person to open it waits for
/// neither code to be compiled nor data to be read. When it fails it is logged, and nobody waits for it.
/// </summary>
internal sealed class FirstAnswers(AskMetric asking, ICurrentCatalog catalogs) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Starting up goes on while this runs.
        await Task.Yield();
        await asking.AskAllAsync(MetricOverview.QuestionsOf(catalogs.Current.Metrics.Values), Viewer.Everything, stoppingToken);
    }
}
