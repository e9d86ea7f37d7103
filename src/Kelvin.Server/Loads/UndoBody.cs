using System.ComponentModel;

namespace Kelvin.Server.Loads;

/// <summary>On whose behalf a load is undone, and why.</summary>
internal sealed record UndoBody(
    [property: Description("Who undoes it.")] string? Person = null,
    [property: Description("Why, for those who ask later.")] string? Reason = null);
