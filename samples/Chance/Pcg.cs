namespace Kelvin.Samples.Chance;

/// <summary>
/// The PCG-XSH-RR generator with 32 bits of output (M. E. O'Neill, 2014). Ours rather than <see cref="Random"/>, because
/// the framework does not promise the same numbers in its next version, and because PCG has independent streams: each part
/// of the company draws from its own, so a change in one part leaves the others as they were.
/// </summary>
internal sealed class Pcg
{
    private const ulong Multiplier = 6364136223846793005;
    private readonly ulong _increment;
    private ulong _state;

    public Pcg(int seed, Stream stream)
    {
        _increment = ((ulong)stream << 1) | 1;
        Next();
        _state += (ulong)seed;
        Next();
    }

    public uint Next()
    {
        var old = _state;
        _state = unchecked(old * Multiplier + _increment);
        var shifted = (uint)(((old >> 18) ^ old) >> 27);
        return uint.RotateRight(shifted, (int)(old >> 59));
    }

    /// <summary>A number from 0 up to but not including 1, with 53 random bits.</summary>
    public double NextDouble() => ((Next() >> 5) * 67_108_864.0 + (Next() >> 6)) / 9_007_199_254_740_992.0;

    /// <summary>Whole numbers from 0 up to but not including the bound.</summary>
    public int Below(int bound) => (int)(((ulong)Next() * (ulong)bound) >> 32);
}
