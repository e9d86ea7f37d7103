using Kelvin.Language;

namespace Kelvin.Calendars.Custom;

/// <summary>A period that a table lists.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="FirstDay">Its first day.</param>
/// <param name="LastDay">Its last day, inside: people write both ends of a period.</param>
public sealed record NamedPeriod(LocalText Name, DateOnly FirstDay, DateOnly LastDay);
