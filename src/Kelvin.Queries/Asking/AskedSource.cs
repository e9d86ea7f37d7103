using Kelvin.Catalog;
using Kelvin.Compiler;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Queries.Asking;

/// <summary>The rows that a question asks.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Known">The moment as known on which they are; null for what is known now.</param>
internal sealed record AskedSource(IRowSource Rows, KnownMoment? Known)
{
    /// <summary>What a question says, or why that is no moment.</summary>
    public static Checked<AskedSource> Of(MetricQuery query, AskedRows rows, MetricCatalog catalog, DateTimeOffset now) =>
        query.KnownOn is null
            ? Checked<AskedSource>.Sound(new AskedSource(rows.Now, null))
            : KnownMoment.Read(query, catalog, now).Then(known => Checked<AskedSource>.Sound(new AskedSource(rows.KnownOn(known.At), known)));
}
