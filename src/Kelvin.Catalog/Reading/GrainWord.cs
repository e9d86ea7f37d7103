using Kelvin.Calendars;
using Kelvin.Calendars.Custom;

namespace Kelvin.Catalog.Reading;

/// <summary>The grains that a definition may name: the standard ones, and those of the calendars beside it.</summary>
internal static class GrainWord
{
    public static Vocabulary<Grain> Of(IEnumerable<CustomCalendar> calendars)
    {
        var calendar = Calendar.Gregorian(TimeZoneInfo.Utc).With(calendars);
        return new([.. calendar.Names.Select(name => (name, calendar.Find(name)!))]);
    }
}
