using System.Collections.Immutable;
using Kelvin.Language;

namespace Kelvin.Catalog;

/// <summary>A set of definitions shipped with the product, which a workspace takes as a whole.</summary>
/// <param name="Name">Its name, as written under <c>packs</c> in the settings.</param>
/// <param name="Label">What people call it.</param>
public sealed record Pack(string Name, LocalText Label)
{
    /// <summary>What it is for, or null.</summary>
    public LocalText? Description { get; init; }

    /// <summary>Packs that come with it.</summary>
    public ImmutableArray<string> Requires { get; init; } = [];

    /// <summary>Where it is defined.</summary>
    public Place? Place { get; init; }
}
