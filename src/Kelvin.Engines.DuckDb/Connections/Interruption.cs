using DuckDB.NET.Data;

namespace Kelvin.Engines.DuckDb.Connections;

/// <summary>
/// Interrupts a statement when its token is cancelled, and again until it is disposed: an interrupt that arrives just
/// before the statement starts is lost.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(20);

    private readonly Lock _gate = new();
    private readonly DuckDBCommand _command;
    private readonly CancellationTokenRegistration _registration;
    private Timer? _timer;
    private bool _isOver;

    public Interruption(DuckDBCommand command, CancellationToken cancellationToken)
    {
        _command = command;
        _registration = cancellationToken.Register(() =>
        {
            lock (_gate)
                if (!_isOver)
                    _timer = new Timer(_ => Interrupt(), null, TimeSpan.Zero, Again);
        });
    }

    public void Dispose()
    {
        _registration.Dispose();
        lock (_gate)
        {
            _isOver = true;
            _timer?.Dispose();
        }
    }

    private void Interrupt()
    {
        lock (_gate)
            if (!_isOver)
                _command.Cancel();
    }
}
