using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Catalog.Connections;
using Kelvin.Catalog.Forms;
using Kelvin.Language;

namespace Kelvin.Catalog;

/// <summary>
/// Everything a workspace defines, checked: the sound part of its files, and the issues of the rest. Immutable.
/// </summary>
public sealed record MetricCatalog
{
    /// <summary>A catalog without definitions.</summary>
    public static MetricCatalog Empty { get; } = new();

    /// <summary>Settings of the workspace.</summary>
    public WorkspaceSettings Settings { get; init; } = WorkspaceSettings.Default;

    /// <summary>Datasets by name.</summary>
    public ImmutableSortedDictionary<string, Dataset> Datasets { get; init; } = ImmutableSortedDictionary<string, Dataset>.Empty;

    /// <summary>Where data come from, by name.</summary>
    public ImmutableSortedDictionary<string, Connection> Connections { get; init; } = ImmutableSortedDictionary<string, Connection>.Empty;

    /// <summary>Metrics by name.</summary>
    public ImmutableSortedDictionary<string, Metric> Metrics { get; init; } = ImmutableSortedDictionary<string, Metric>.Empty;

    /// <summary>Calendars beside the ordinary one, by name.</summary>
    public ImmutableSortedDictionary<string, CalendarDefinition> Calendars { get; init; } = ImmutableSortedDictionary<string, CalendarDefinition>.Empty;

    /// <summary>Forms in which people enter numbers, by name.</summary>
    public ImmutableSortedDictionary<string, Form> Forms { get; init; } = ImmutableSortedDictionary<string, Form>.Empty;

    /// <summary>Packs in use, by name.</summary>
    public ImmutableSortedDictionary<string, Pack> Packs { get; init; } = ImmutableSortedDictionary<string, Pack>.Empty;

    /// <summary>Tests of metrics, in the order of file and line.</summary>
    public ImmutableArray<MetricTest> Tests { get; init; } = [];

    /// <summary>What is wrong in the files, in the order of file and line.</summary>
    public ImmutableArray<Issue> Issues { get; init; } = [];

    /// <summary>Fingerprint of all sound definitions and settings: equal text, equal version.</summary>
    public string Version { get; init; } = "empty";

    /// <summary>The calendar by which questions cut time: the workspace's, with all others beside it.</summary>
    /// <param name="zone">The zone whose days are meant; null for the workspace's.</param>
    public Calendar CalendarIn(TimeZoneInfo? zone = null) =>
        Calendar.Gregorian(zone ?? Settings.Zone, Settings.FiscalYearStart)
            .With(Calendars.Values.Select(definition => definition.Calendar)) with { WorkingDays = Settings.WorkingDays };
}
