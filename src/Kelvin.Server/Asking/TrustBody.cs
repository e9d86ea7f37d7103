using System.Collections.Immutable;
using System.ComponentModel;
using Kelvin.Catalog;
using Kelvin.Language;
using Kelvin.Queries.Trusting;

namespace Kelvin.Server.Asking;

/// <summary>Whether a dataset can be relied on, as the API tells it.</summary>
internal sealed record TrustBody(
    string Dataset,
    [property: Description("sound; late: rows that were expected have not come; blocked: a load was refused by a check and waits outside; failing: rows are not as a check says; empty: nothing was ever loaded.")]
    TrustLevel Level,
    [property: Description("What speaks against it, in the language of Accept-Language, the worst first.")] ImmutableArray<string> Reasons,
    [property: Description("When rows are expected next.")] DateTimeOffset? NextDue)
{
    public static TrustBody Of(DatasetTrust trust, MetricCatalog catalog, Tongue tongue)
    {
        var words = new TrustWords(catalog, tongue);
        return new TrustBody(trust.Dataset, trust.Level, [.. trust.Reasons.Select(words.Reason)], trust.NextDue);
    }
}
