using Kelvin.Catalog;

namespace Kelvin.Engines.Postgres.States;

/// <summary>A load, as it is written down.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Replaces">Whether its earlier rows are gone.</param>
/// <param name="Fingerprint">What names the file's content and how it was read.</param>
/// <param name="Source">The file's name.</param>
/// <param name="Loaded">How many rows came in.</param>
/// <param name="Earliest">First moment of them on the time axis.</param>
/// <param name="Watermark">Last moment.</param>
/// <param name="At">When.</param>
internal sealed record StateEntry(
    Dataset Dataset, bool Replaces, string Fingerprint, string Source, long Loaded, DateTime? Earliest, DateTime? Watermark, DateTime At);
