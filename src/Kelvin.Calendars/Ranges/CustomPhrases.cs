using Kelvin.Calendars.Custom;
using Kelvin.Language;

namespace Kelvin.Calendars.Ranges;

/// <summary>
/// Ranges in the periods of a workspace's calendars: <c>this sprint</c>, <c>förra sprinten</c>, <c>last 4 retail.quarters</c>,
/// <c>this retail.year to date</c>, <c>Sprint 14</c>, <c>retail Q1 2025</c>.
/// </summary>
internal static class CustomPhrases
{
    /// <summary>The range, or null when the words speak of no such period.</summary>
    public static Checked<RangeExpression>? Parse(string written, string text, Place place, Calendar calendar)
    {
        if (calendar.Others.Grains.IsEmpty)
            return null;
        foreach (var (key, steps) in new[] { ("this-other", 0), ("last-other", -1), ("next-other", 1) })
            if (After(written, key).Select(rest => GrainOf(rest, calendar)).FirstOrDefault(grain => grain is not null) is { } around)
                return Checked<RangeExpression>.Sound(new RangeExpression.Around(steps, around));
        if (ToDate(written, calendar) is { } toDate)
            return Checked<RangeExpression>.Sound(new RangeExpression.ToDate(toDate));
        foreach (var rest in After(written, "latest"))
            if (rest.Split(' ', 2) is [var count, var word] && count.All(char.IsAsciiDigit) && GrainOf(word, calendar) is { } grain)
                return RangeText.Latest((count, grain), text, place);
        return Named(written, text, place, calendar);
    }

    private static Grain? ToDate(string written, Calendar calendar)
    {
        var before = PhraseBook.Of("other-to-date-before").SelectMany(word => Rest(written, word + " "));
        var after = PhraseBook.Of("other-to-date-after").Where(word => written.EndsWith(" " + word, StringComparison.Ordinal))
            .Select(word => written[..^(word.Length + 1)]).SelectMany(rest => After(rest, "this-other").Prepend(rest));
        return before.Concat(after).Select(rest => GrainOf(rest, calendar)).FirstOrDefault(grain => grain is not null);
    }

    private static Checked<RangeExpression>? Named(string written, string text, Place place, Calendar calendar)
    {
        var named = calendar.Others.Grains.SelectMany(grain => Named(written, grain)).DistinctBy(range => range.ToString()).ToList();
        return named switch
        {
            [] => null,
            [var only] => Checked<RangeExpression>.Sound(only),
            _ => RangeText.Fault("calendar.range-ambiguous", text, place, ("meanings", string.Join(", ", named.Select(range => $"'{range}'")))),
        };
    }

    private static IEnumerable<RangeExpression> Named(string written, CustomGrain grain)
    {
        var names = Rest(written, grain.Calendar.Name.ToLowerInvariant() + " ").Append(written).ToList();
        return grain.Periods.Candidates(written).Distinct().Where(number => grain.Periods.At(number) is not null)
            .Where(number => Texts.Tongues.Select(code => grain.Periods.Name(number, Tongue.Find(code)!)).Any(name => names.Contains(PhraseBook.Normalise(name))))
            .Select(number => new RangeExpression.OneNamed(grain.Grain, number, grain.Calendar.Name, grain.Periods.Name(number, Tongue.English)));
    }

    /// <summary>The grain of a name that may stand in the plural or the definite form.</summary>
    private static Grain? GrainOf(string word, Calendar calendar) =>
        PhraseBook.Of("other-endings").Prepend("").Where(ending => word.EndsWith(ending, StringComparison.Ordinal))
            .Select(ending => calendar.Others.Find(Grain.Named(word[..^ending.Length]))?.Grain).FirstOrDefault(grain => grain is not null);

    private static IEnumerable<string> After(string written, string key) => PhraseBook.Of(key).SelectMany(word => Rest(written, word + " "));

    private static IEnumerable<string> Rest(string written, string start) =>
        written.StartsWith(start, StringComparison.Ordinal) ? [written[start.Length..]] : [];
}
