using System.Collections.Immutable;
using System.ComponentModel;
using Kelvin.Server.Loads;

namespace Kelvin.Server.Metrics;

/// <summary>A change of a value.</summary>
internal sealed record ValueChangeBody(
    DateTimeOffset At,
    [property: Description("The value before it; absent when it was missing.")] object? Before,
    [property: Description("The value after it; absent when it is missing.")] object? After,
    [property: Description("The loads of that moment into what the value is worked out from.")] ImmutableArray<LoadBody> Loads);
