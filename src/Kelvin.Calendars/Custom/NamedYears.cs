using System.Globalization;
using System.Text.RegularExpressions;
using Kelvin.Language;

namespace Kelvin.Calendars.Custom;

/// <summary>How the years of a calendar, and what lies in them, are named.</summary>
internal static partial class NamedYears
{
    /// <summary>The year's name: <c>2025</c>, <c>2026</c> or <c>2025/26</c>.</summary>
    public static string Name(int startsIn, int endsIn, YearNaming naming) => naming switch
    {
        _ when startsIn == endsIn => Plain(startsIn),
        YearNaming.Start => Plain(startsIn),
        YearNaming.End => Plain(endsIn),
        _ => string.Create(CultureInfo.InvariantCulture, $"{startsIn}/{endsIn % 100:00}"),
    };

    /// <summary>A numbered part of a year in full; the kind is a key under <c>calendar.numbered</c>.</summary>
    public static string Part(string kind, int number, string year, Tongue tongue) =>
        Texts.Say(tongue, "calendar.numbered." + kind, new Dictionary<string, object>(StringComparer.Ordinal) { ["number"] = Plain(number), ["year"] = year });

    /// <summary>A numbered part of a year without the year.</summary>
    public static string ShortPart(string kind, int number, Tongue tongue) =>
        Texts.Say(tongue, $"calendar.numbered.{kind}-short", new Dictionary<string, object>(StringComparer.Ordinal) { ["number"] = Plain(number) });

    /// <summary>The first and last day of the years around those that a name speaks of.</summary>
    public static IEnumerable<(DateOnly First, DateOnly Last)> Around(string name) =>
        YearPattern().Matches(name).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture))
            .Where(year => year is >= 1900 and < 2200)
            .Select(year => (new DateOnly(year - 1, 1, 1), new DateOnly(year + 1, 12, 31)));

    /// <summary>A number that is a name: never grouped.</summary>
    public static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("[0-9]{4}")]
    private static partial Regex YearPattern();
}
