using System.Collections.Immutable;

namespace Kelvin.Calendars.WorkDays;

/// <summary>The holidays of a country, computed for any year.</summary>
public abstract partial record HolidayRules
{
    private static readonly (string Code, string Name, HolidayRules Rules)[] Countries =
    [
        ("SE", "sweden", new Swedish()), ("NO", "norway", new Norwegian()), ("DK", "denmark", new Danish()), ("FI", "finland", new Finnish()),
        ("IS", "iceland", new Icelandic()), ("DE", "germany", new German()), ("GB", "england", new English()), ("", "none", new None()),
    ];

    private HolidayRules()
    {
    }

    /// <summary>The countries whose holidays ship, by the names under which they are found, and <c>none</c>.</summary>
    public static IEnumerable<string> Known => Countries.Select(country => country.Name);

    /// <summary>Every day of the year that is a holiday, in order of days.</summary>
    public ImmutableArray<Holiday> Of(int year) => [.. All(year, Easter.SundayOf(year)).OrderBy(holiday => holiday.Day)];

    /// <summary>The rules of a country by its English name or its ISO 3166 code, or null when none ship for it.</summary>
    public static HolidayRules? Find(string country) => Countries
        .FirstOrDefault(known => country.Length > 0
            && (string.Equals(known.Name, country, StringComparison.OrdinalIgnoreCase) || string.Equals(known.Code, country, StringComparison.OrdinalIgnoreCase)))
        .Rules;

    /// <summary>The holidays of a year, in any order.</summary>
    private protected abstract IEnumerable<Holiday> All(int year, DateOnly easter);

    private static Holiday On(int year, int month, int day, string name) => new(new DateOnly(year, month, day), name);

    /// <summary>The first such weekday from a day on.</summary>
    private static DateOnly First(DayOfWeek weekday, int year, int month, int day)
    {
        var from = new DateOnly(year, month, day);
        return from.AddDays((weekday - from.DayOfWeek + 7) % 7);
    }

    /// <summary>No holidays.</summary>
    public sealed record None : HolidayRules
    {
        private protected override IEnumerable<Holiday> All(int year, DateOnly easter) => [];
    }
}
