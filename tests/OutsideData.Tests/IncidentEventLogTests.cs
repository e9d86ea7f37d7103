using System.Globalization;
using Kelvin.Compiler;

namespace OutsideData.Tests;

/// <summary>What is read from the file of events, beside the metrics.</summary>
public sealed class IncidentEventLogTests
{
    [Theory]
    [MemberData(nameof(OutsideDataTests.EngineNames), MemberType = typeof(OutsideDataTests))]
    public async Task Every_question_mark_is_a_missing_value(string engine)
    {
        var company = await Company.OpenAsync(engine, IncidentEventLog.Values.Folder);
        var gaps = company.Catalog.Datasets["events"].Columns.Where(column => column.IsOptional)
            .Select(column => $"count(events where {column.Name} is missing) as without_{column.Name}");
        var answer = await company.AskAsync(new MetricQuery { Metrics = [.. gaps] });
        var missing = answer.Metrics.Sum(metric => Convert.ToInt64(answer.Frame[metric.Name][0], CultureInfo.InvariantCulture));
        Assert.Equal(SharedData.Entries("incident_event_log")["missing_markers"].GetInt64(), missing);
    }
}
