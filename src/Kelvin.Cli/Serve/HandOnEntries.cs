using Kelvin.Entries.Posting;

namespace Kelvin.Cli.Serve;

/// <summary>Hands on, at the start and then steadily, entered values that have not reached the warehouse yet.</summary>
internal sealed partial class HandOnEntries(PostEntries posting, TimeProvider clock, ILogger<HandOnEntries> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var pauses = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                foreach (var (form, refusal) in await posting.RunAsync(stoppingToken))
                    Waits(form, refusal.Code);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The state may be busy or its disk full: the values are kept, and are tried again.
                NotHandedOn(failure);
            }
        }
        while (await pauses.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Warning, "Entered values of {Form} wait to be handed on: {Code}")]
    private partial void Waits(string form, string code);

    [LoggerMessage(LogLevel.Error, "Entered values could not be handed on")]
    private partial void NotHandedOn(Exception failure);
}
