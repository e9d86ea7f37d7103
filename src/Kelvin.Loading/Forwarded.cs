namespace Kelvin.Loading;

/// <summary>Passes progress on at once, on the same thread.</summary>
public sealed class Forwarded<T>(Action<T> forward) : IProgress<T>
{
    public void Report(T value) => forward(value);
}
