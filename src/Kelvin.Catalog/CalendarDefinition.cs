using Kelvin.Calendars.Custom;
using Kelvin.Language;

namespace Kelvin.Catalog;

/// <summary>A calendar beside the ordinary one, as a workspace or a pack defines it.</summary>
/// <param name="Calendar">The calendar. One whose periods stand in a dataset has none until they are read.</param>
public sealed record CalendarDefinition(CustomCalendar Calendar)
{
    /// <summary>Where its periods stand when a dataset lists them; null when the definition says them itself.</summary>
    public PeriodSource? PeriodsFrom { get; init; }

    /// <summary>The pack that it came with, or null for the workspace's own.</summary>
    public string? Pack { get; init; }

    /// <summary>Where it is defined.</summary>
    public required Place Place { get; init; }
}

/// <summary>
/// A dataset that lists the periods of a calendar: a row per period, or a row per day that names its period. What is read
/// becomes a <see cref="PeriodTable"/>, which a question's calendar is given before its times are fixed.
/// </summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Name">Its text column with the period's name.</param>
/// <param name="First">Its date column with the period's first day, or with the day of the row.</param>
/// <param name="Last">Its date column with the period's last day, inside; null when there is a row per day.</param>
public sealed record PeriodSource(string Dataset, string Name, string First, string? Last);
