using Kelvin.Catalog.Connections;
using Kelvin.Language;

namespace Kelvin.Catalog.Reading;

/// <param name="Name">Its name.</param>
/// <param name="Place">Where the name stands.</param>
/// <param name="Pack">The pack it came with, or null.</param>
/// <param name="IsFaulty">Whether its own text has errors.</param>
/// <param name="Connection">The connection; null when it is faulty.</param>
internal sealed record ConnectionDraft(string Name, Place Place, string? Pack, bool IsFaulty, Connection? Connection)
    : Draft(Name, Place, Pack, IsFaulty);
