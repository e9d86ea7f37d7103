using System.ComponentModel;

namespace Kelvin.Server.Asking;

/// <summary>A column to order by.</summary>
internal sealed record OrderBody(
    [property: Description("A metric, a dimension, or period.")] string Column,
    [property: Description("Whether the greatest comes first. Missing values come last either way.")] bool Descending = false);
