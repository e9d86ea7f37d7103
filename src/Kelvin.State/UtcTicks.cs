using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Kelvin.State;

/// <summary>Moments are kept as ticks in UTC: they sort and compare as moments in every database.</summary>
internal sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(
    moment => moment.UtcTicks,
    ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
