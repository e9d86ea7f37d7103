using Kelvin.Collection.Sources.Scheduling;

namespace Kelvin.Cli.Serve;

/// <summary>Fetches datasets when they are due, for as long as the server runs.</summary>
internal sealed partial class FetchWhenDue(ScheduledSyncs syncs, ILogger<FetchWhenDue> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => syncs.RunAsync(NotFetched, stoppingToken);

    [LoggerMessage(LogLevel.Error, "{Dataset} could not be fetched")]
    private partial void NotFetched(string dataset, Exception failure);
}
