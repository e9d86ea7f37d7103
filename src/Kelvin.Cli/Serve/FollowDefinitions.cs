using Kelvin.Queries.Warehouse;
using Kelvin.Workspace;

namespace Kelvin.Cli.Serve;

/// <summary>Brings the tables in order whenever the definitions have changed.</summary>
internal sealed partial class FollowDefinitions(LiveCatalog catalog, IWarehouse warehouse, ILogger<FollowDefinitions> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var subscription = catalog.Subscribe();
        await foreach (var change in subscription.Changes.ReadAllAsync(stoppingToken))
        {
            try
            {
                var issues = await warehouse.PrepareAsync(change.After, stoppingToken);
                Prepared(change.After.Version, change.After.Issues.Length + issues.Length);
            }
            catch (WarehouseException failure)
            {
                NotPrepared(failure);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "Definitions changed: version {Version}, {Issues} issues")]
    private partial void Prepared(string version, int issues);

    [LoggerMessage(LogLevel.Error, "The tables could not be brought in order after a change of definitions")]
    private partial void NotPrepared(Exception failure);
}
