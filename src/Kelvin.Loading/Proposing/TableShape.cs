using System.Collections.Immutable;
using Kelvin.Loading.Rejecting;

namespace Kelvin.Loading.Proposing;

/// <summary>Where in a text the table is, and how its records are parted.</summary>
/// <param name="Separator">The byte between fields.</param>
/// <param name="Quote">The byte around fields that hold separators.</param>
/// <param name="HasHeader">Whether the first record of the table names the columns.</param>
/// <param name="FirstLine">The line of that record.</param>
/// <param name="Names">The names of the columns, or their numbers.</param>
/// <param name="Titles">The lines above the table.</param>
internal sealed record TableShape(
    byte Separator, byte Quote, bool HasHeader, long FirstLine, ImmutableArray<string> Names, ImmutableArray<string> Titles)
{
    /// <summary>Columns in front that are not the file's own: the line and the reason of rejected rows.</summary>
    public int Lead => HasHeader && RejectedFile.Is(Names) ? RejectedFile.Lead : 0;
}
