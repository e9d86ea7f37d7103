using System.Collections.Immutable;
using Kelvin.Calendars.Zones;
using Kelvin.Catalog;
using Kelvin.Engines.Book;
using Kelvin.Formulas;

namespace Kelvin.Engines.Days;

/// <summary>
/// A column for the local days of a dataset's time axis, beside its rows: a day that is stored is grouped by in half the time
/// of one that is cut from an instant. It takes hardly any room, as rows mostly come day by day.
/// </summary>
/// <param name="Instants">The column of the instants.</param>
/// <param name="Zone">The zone whose days they are.</param>
internal sealed record DayColumn(string Instants, TimeZoneInfo Zone)
{
    /// <summary>How the name of every such column begins; no column of a dataset begins with a space.</summary>
    public const string Prefix = " day of ";

    /// <summary>
    /// Its name, which tells axis and zone: a statement that was made for others does not find it, and so never reads other days
    /// than it means.
    /// </summary>
    public string Name => NameOf(Instants, Zone.Id);

    /// <summary>The column for a dataset; null for one whose time axis is no stored instant.</summary>
    public static DayColumn? Of(Dataset dataset, TimeZoneInfo zone) =>
        dataset.Time is { } time && dataset.Find(time) is { IsStored: true, Type.Kind: ValueKind.Timestamp } ? new DayColumn(time, zone) : null;

    /// <summary>Its name for a column of instants and the id of a zone.</summary>
    public static string NameOf(string instants, string zone) => $"{Prefix}{instants} in {zone}";

    /// <summary>The offsets of the zone over a stretch, the same that a question would use; none when nothing has a moment.</summary>
    public ImmutableArray<OffsetSpan> Spans(Stretch stretch) => stretch is { First: { } first, Last: { } last }
        ? ZoneOffsets.Spans(Zone, new DateTimeOffset(first), new DateTimeOffset(last).AddTicks(1))
        : [];
}
