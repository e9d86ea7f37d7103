namespace Kelvin.Samples.Shopping;

/// <summary>Someone who buys; the appetite of businesses says how often.</summary>
internal sealed record Customer(string Id, string Country, double Appetite = 1);
