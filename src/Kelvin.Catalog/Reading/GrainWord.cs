using Kelvin.Calendars;

namespace Kelvin.Catalog.Reading;

/// <summary>The grains that a definition may name: the standard ones, and those of the calendars of the workspace and its packs.</summary>
internal static class GrainWord
{
    /// <summary>A calendar of the workspace stands for a pack's of the same name, and so comes before it among the drafts.</summary>
    public static Vocabulary<Grain> Of(IEnumerable<CalendarDraft> drafts)
    {
        var calendars = drafts.Where(draft => !draft.IsFaulty).Select(draft => draft.Calendar!).DistinctBy(calendar => calendar.Name);
        var calendar = Calendar.Gregorian(TimeZoneInfo.Utc).With(calendars);
        return new([.. calendar.Names.Select(name => (name, calendar.Find(name)!))]);
    }
}
