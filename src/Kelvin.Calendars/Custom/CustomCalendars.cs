using System.Collections.Immutable;

namespace Kelvin.Calendars.Custom;

/// <summary>The calendars of a workspace, with all their grains by name. Equal when the calendars are.</summary>
internal sealed class CustomCalendars : IEquatable<CustomCalendars>
{
    private readonly ImmutableArray<CustomCalendar> _calendars;
    private readonly Dictionary<string, CustomGrain> _byName = new(StringComparer.OrdinalIgnoreCase);

    public CustomCalendars(IEnumerable<CustomCalendar> calendars)
    {
        _calendars = [.. calendars.OrderBy(calendar => calendar.Name, StringComparer.Ordinal)];
        CustomGrain[] all = [.. _calendars.SelectMany(calendar => calendar.Rule.Sequences().Select(sequence =>
            new CustomGrain(calendar, sequence.Name, sequence.Periods) { Grain = Grain.Named(sequence.Name) }))];
        // Answers have a column named period, so no grain goes by that name alone.
        string[] taken = [.. Grain.Standard.Append(Grain.Range).Select(grain => grain.Name), "period"];
        var unique = all.GroupBy(grain => grain.Own, StringComparer.Ordinal).Where(same => same.Count() == 1).Select(same => same.Key).Except(taken).ToHashSet(StringComparer.Ordinal);
        Grains = [.. all.Select(grain => unique.Contains(grain.Own) ? grain : grain with { Grain = Grain.Named(grain.FullName) })];
        foreach (var grain in Grains)
        {
            _byName.TryAdd(grain.Grain.Name, grain);
            _byName.TryAdd(grain.FullName, grain);
        }
    }

    /// <summary>No calendars.</summary>
    public static CustomCalendars None { get; } = new([]);

    /// <summary>The calendars, by name.</summary>
    public ImmutableArray<CustomCalendar> All => _calendars;

    /// <summary>The grains of all calendars.</summary>
    public ImmutableArray<CustomGrain> Grains { get; }

    /// <summary>The grain, by its short or full name; null when it is a standard one or none.</summary>
    public CustomGrain? Find(Grain grain) => _byName.GetValueOrDefault(grain.Name);

    /// <summary>The years of the calendar to which a grain belongs; null when it has none.</summary>
    public CustomGrain? YearOf(CustomGrain grain) =>
        Grains.FirstOrDefault(other => other.Calendar == grain.Calendar && other.Periods.PerYear == 1);

    /// <inheritdoc />
    public bool Equals(CustomCalendars? other) => other is not null && _calendars.SequenceEqual(other._calendars);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as CustomCalendars);

    /// <inheritdoc />
    public override int GetHashCode() => _calendars.Aggregate(0, (hash, calendar) => HashCode.Combine(hash, calendar.Name));
}
