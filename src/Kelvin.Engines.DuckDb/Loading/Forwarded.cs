namespace Kelvin.Engines.DuckDb.Loading;

/// <summary>Passes progress on at once, on the same thread.</summary>
internal sealed class Forwarded<T>(Action<T> forward) : IProgress<T>
{
    public void Report(T value) => forward(value);
}
