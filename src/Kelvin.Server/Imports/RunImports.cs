using Kelvin.Imports.Running;

namespace Kelvin.Server.Imports;

/// <summary>Looks at files and loads them while the server runs.</summary>
internal sealed partial class RunImports(ImportQueue queue, ILogger<RunImports> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => queue.RunAsync(Failed, stoppingToken);

    [LoggerMessage(LogLevel.Error, "An import failed otherwise than was foreseen")]
    private partial void Failed(Exception failure);
}
