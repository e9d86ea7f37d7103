using Kelvin.Samples.Advertising;

namespace Kelvin.Samples.Selling;

/// <summary>A deal won: on its day, a business becomes a customer.</summary>
internal sealed record Won(string Country, string Source, Campaign? Campaign, DateTime FirstContact, decimal Value);
