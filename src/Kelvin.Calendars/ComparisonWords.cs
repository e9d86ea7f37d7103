using Kelvin.Language;

namespace Kelvin.Calendars;

/// <summary>The words for comparisons, from every language's text file: alternatives separated by <c>|</c>.</summary>
internal static class ComparisonWords
{
    /// <summary>The comparison by its words, or an issue with the nearest ones.</summary>
    public static Checked<Comparison> Parse(string text)
    {
        var written = PhraseBook.Normalise(text);
        foreach (var comparison in Comparison.All)
            if (PhraseBook.Of(Key(comparison)).Contains(written))
                return Checked<Comparison>.Sound(comparison);
        var nearest = NearestName.Of(written, Comparison.All.SelectMany(known => PhraseBook.Of(Key(known))));
        return Checked<Comparison>.Faulty(Issue.At(
            PhraseBook.Whole(text), "calendar.comparison-unknown", ("written", text.Trim()), ("nearest", nearest)));
    }

    /// <summary>The first of its words in a language.</summary>
    public static string Write(Comparison comparison, Tongue tongue) => PhraseBook.First(Key(comparison), tongue);

    private static string Key(Comparison comparison) => comparison switch
    {
        Comparison.PreviousPeriod => "comparison.previous-period",
        Comparison.SamePeriodLastYear => "comparison.last-year",
        Comparison.SameWeekdayLastYear => "comparison.last-year-same-weekday",
        Comparison.SameWorkingDayLastYear => "comparison.last-year-same-working-day",
        _ => throw new InvalidOperationException($"No words for {comparison.GetType().Name}."),
    };
}
