namespace Kelvin.Samples.Delivery;

/// <summary>An order on its way: what was promised, and what is known of it in the files.</summary>
internal sealed record Parcel(Carrier Carrier, DateOnly PromisedOn, DateTime DeliveredAt, DateTime? KnownDeliveredAt, string Status);
