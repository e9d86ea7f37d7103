namespace Kelvin.Queries.Asking;

/// <summary>A clock that stands still: the moment to which relative ranges refer is not always now.</summary>
internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => now;
}
