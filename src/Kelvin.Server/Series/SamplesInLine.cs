using Kelvin.Collection.Pushing;

namespace Kelvin.Server.Series;

/// <summary>Counts the samples that wait to be made durable, of which there may be as many as of rows that are pushed.</summary>
internal sealed class SamplesInLine(PushLimits limits)
{
    private readonly Lock _gate = new();
    private int _waiting;

    /// <summary>Whether so many may wait too; if so they do, until they leave.</summary>
    public bool TryEnter(int samples)
    {
        lock (_gate)
        {
            if (_waiting > 0 && _waiting + samples > limits.RowsWaiting)
                return false;
            _waiting += samples;
            return true;
        }
    }

    /// <summary>They wait no longer.</summary>
    public void Leave(int samples)
    {
        lock (_gate)
            _waiting -= samples;
    }
}
