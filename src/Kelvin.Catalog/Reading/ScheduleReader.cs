using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Cronos;
using Kelvin.Catalog.Connections;
using Kelvin.Catalog.Yaml;

namespace Kelvin.Catalog.Reading;

/// <summary>Reads when a dataset is fetched: <c>every: 1 hour</c>, or <c>at: "06:00"</c>, which takes what cron takes too.</summary>
internal static partial class ScheduleReader
{
    /// <summary>The fields that take part.</summary>
    public static readonly string[] Keys = ["every", "at"];

    private static readonly TimeSpan Longest = TimeSpan.FromDays(31);

    public static SyncSchedule? Read(Fields fields, IssueList issues)
    {
        if (fields.Has("every") && fields.Has("at"))
            issues.Add(fields.PlaceOf("at"), "catalog.every-and-at");
        if (fields.Text("every") is { } every)
            return Every(every, issues);
        var times = fields.List("at").Select(time => At(time, issues)).ToImmutableArray();
        return times.IsEmpty || times.Contains(null) ? null : new SyncSchedule.At([.. times.OfType<string>()]);
    }

    private static SyncSchedule.Every? Every(YamlNode.Scalar written, IssueList issues)
    {
        var match = Length().Match(written.Text.Trim());
        if (match.Success && int.TryParse(match.Groups["count"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            var minutes = count * match.Groups["unit"].Value[0] switch { 'm' => 1L, 'h' => 60L, _ => 24 * 60L };
            if (minutes > 0 && minutes <= Longest.TotalMinutes)
                return new SyncSchedule.Every(TimeSpan.FromMinutes(minutes));
        }
        issues.Add(written.Place, "catalog.every", ("value", written.Text));
        return null;
    }

    private static string? At(YamlNode.Scalar written, IssueList issues)
    {
        if (TimeOnly.TryParseExact(written.Text, "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return string.Create(CultureInfo.InvariantCulture, $"{time.Minute} {time.Hour} * * *");
        if (CronExpression.TryParse(written.Text, out _))
            return written.Text.Trim();
        issues.Add(written.Place, "catalog.at", ("value", written.Text));
        return null;
    }

    [GeneratedRegex(@"\A(?<count>[0-9]{1,6}) *(?<unit>minutes?|hours?|days?)\z")]
    private static partial Regex Length();
}
