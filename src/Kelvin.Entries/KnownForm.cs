using Kelvin.Calendars;
using Kelvin.Catalog;
using Kelvin.Catalog.Forms;
using Kelvin.Language;

namespace Kelvin.Entries;

/// <summary>Finds forms and their periods by what people write.</summary>
internal static class KnownForm
{
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(3 * 366);

    /// <summary>The form of this name.</summary>
    public static Checked<Form> Find(MetricCatalog catalog, string name) => catalog.Forms.TryGetValue(name, out var form)
        ? Checked<Form>.Sound(form)
        : Checked<Form>.Faulty(Issue.At(null, "entry.unknown-form", ("name", name), ("nearest", NearestName.Of(name, catalog.Forms.Keys))));

    /// <summary>The period of a form that begins on a day.</summary>
    public static Checked<Period> PeriodOf(Form form, DateOnly day, Calendar calendar, DateTimeOffset now)
    {
        if (day.Year >= 1900 && day <= calendar.DayOf(now + Ahead) && calendar.PeriodOf(form.Grain, day) is { IsEmpty: false } period && period.Grain == form.Grain && period.FirstDay == day)
            return Checked<Period>.Sound(period);
        var near = day.Year is >= 1900 and < 2200 ? calendar.PeriodOf(form.Grain, day) : null;
        return Checked<Period>.Faulty(Issue.At(null, "entry.period", ("day", day.ToString("O", System.Globalization.CultureInfo.InvariantCulture)), ("grain", form.Grain.Name),
            ("nearest", near is { IsEmpty: false } && near.FirstDay != day ? near.FirstDay.ToString("O", System.Globalization.CultureInfo.InvariantCulture) : null)));
    }
}
