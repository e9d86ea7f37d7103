using Kelvin.Queries.Keeping;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Cli.Serve;

/// <summary>Gives up, at the start and once a day, the history that the workspace no longer wants to keep.</summary>
internal sealed partial class CompactDaily(CompactHistory history, TimeProvider clock, ILogger<CompactDaily> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var days = new PeriodicTimer(TimeSpan.FromDays(1), clock);
        do
        {
            try
            {
                if (await history.RunAsync(stoppingToken) is { } rows and > 0)
                    Compacted(rows);
            }
            catch (WarehouseException failure)
            {
                NotCompacted(failure);
            }
        }
        while (await days.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Information, "{Rows} rows of history were given up")]
    private partial void Compacted(long rows);

    [LoggerMessage(LogLevel.Error, "The history could not be compacted")]
    private partial void NotCompacted(Exception failure);
}
