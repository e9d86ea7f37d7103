using Kelvin.Catalog;
using Kelvin.Queries.Answers;
using Kelvin.Queries.Trusting;
using Kelvin.Web.Elements;
using Kelvin.Web.Reading;

namespace Kelvin.Web.Trust;

/// <summary>Puts trust into the form in which it is shown.</summary>
internal static class TrustViews
{
    /// <summary>Of an answer; null when nothing speaks against it. A dataset that has never had rows shows itself in the missing value.</summary>
    public static TrustView? Of(MetricAnswer answer, MetricCatalog catalog, Reader reader)
    {
        var words = new TrustWords(catalog, reader.Tongue);
        var reasons = answer.Trust.SelectMany(trust => trust.Reasons).Where(reason => reason.Level != TrustLevel.Empty)
            .OrderByDescending(reason => reason.Level).ToList();
        return reasons.Count == 0 ? null
            : new TrustView(words.Level(reasons[0].Level), ToneOf(reasons[0].Level), [.. reasons.Select(words.Reason).Distinct()]);
    }

    /// <summary>The tone of a level.</summary>
    public static Tone ToneOf(TrustLevel level) => level switch
    {
        TrustLevel.Sound => Tone.Good,
        TrustLevel.Empty => Tone.Neutral,
        TrustLevel.Failing => Tone.Bad,
        _ => Tone.Risk,
    };
}
