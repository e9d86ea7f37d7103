namespace Kelvin.Samples.Chance;

/// <summary>Draws from the distributions that business figures follow.</summary>
internal sealed class Dice(int seed, Stream stream)
{
    private readonly Pcg _numbers = new(seed, stream);

    public bool Chance(double probability) => _numbers.NextDouble() < probability;

    public double Between(double low, double high) => low + (high - low) * _numbers.NextDouble();

    /// <summary>A whole number between the two, both possible.</summary>
    public int Whole(int low, int high) => low + _numbers.Below(high - low + 1);

    public T Pick<T>(IReadOnlyList<T> items) => items[_numbers.Below(items.Count)];

    public T Pick<T>(Weighted<T> choice) => choice.At(_numbers.NextDouble());

    public double Exponential(double mean) => -mean * Math.Log(1 - _numbers.NextDouble());

    /// <summary>Baskets, prices and deals: most near the median, a few far above it.</summary>
    public double LogNormal(double median, double sigma) => median * Math.Exp(sigma * Normal());

    /// <summary>How many independent events happen when this many are expected.</summary>
    public int Poisson(double mean)
    {
        if (mean > 50)
            return Math.Max(0, (int)Math.Round(mean + Math.Sqrt(mean) * Normal()));
        var limit = Math.Exp(-mean);
        var count = 0;
        for (var product = _numbers.NextDouble(); product > limit; product *= _numbers.NextDouble())
            count++;
        return count;
    }

    private double Normal() =>
        Math.Sqrt(-2 * Math.Log(1 - _numbers.NextDouble())) * Math.Cos(2 * Math.PI * _numbers.NextDouble());
}
