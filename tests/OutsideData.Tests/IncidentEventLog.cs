using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Compiler;

namespace OutsideData.Tests;

/// <summary>Updates of a service desk's incidents; metrics are at the grain of the incident, as its last update left it.</summary>
internal static class IncidentEventLog
{
    public static OutsideValues Values { get; } = new("incident_event_log")
    {
        Totals = ["events", "incidents", "closed_incidents", "closed_without_resolved_at", "reopen_rate", "first_time_right"],
        Questions = new Dictionary<string, MetricQuery>
        {
            ["sla_made_rate"] = new() { Metrics = ["within_agreed_time"] },
            ["sla_made_rate_naive_events"] = new() { Metrics = ["made_sla_of_events"] },
            ["resolution_hours_mean"] = new() { Metrics = ["resolution_time"] },
            ["resolution_hours_median"] = new() { Metrics = ["median_resolution_time"] },
            ["resolution_hours_p90"] = new() { Metrics = ["p90_resolution_time"] },
            ["negative_resolution"] = new() { Metrics = ["resolved_before_opened"] },
            ["sla_by_priority"] = new() { Metrics = ["within_agreed_time"], By = ["priority"] },
            ["incidents_opened_by_day"] = new() { Metrics = ["incidents"], Grain = Grain.Day },
            ["events_by_state"] = new() { Metrics = ["events"], By = ["state"] },
        }.ToImmutableSortedDictionary(),
        Reasons = ImmutableSortedDictionary<string, string>.Empty.Add(
            "missing_markers", "a property of the file, asked for column by column in IncidentEventLogTests"),
        Rows = new Dictionary<string, long> { ["events"] = 5998 }.ToImmutableSortedDictionary(),
    };
}
