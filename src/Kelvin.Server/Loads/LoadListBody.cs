using System.Collections.Immutable;
using System.ComponentModel;

namespace Kelvin.Server.Loads;

/// <summary>Loads.</summary>
internal sealed record LoadListBody([property: Description("Newest first.")] ImmutableArray<LoadBody> Loads);
