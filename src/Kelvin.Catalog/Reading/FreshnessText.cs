using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Cronos;
using Kelvin.Catalog.Connections;
using Kelvin.Catalog.Yaml;

namespace Kelvin.Catalog.Reading;

/// <summary>Reads when rows are expected: <c>daily by 07:00</c>, <c>weekdays by 07:00</c>, <c>every 4 hours</c>, or times as cron writes them.</summary>
internal static partial class FreshnessText
{
    private static readonly ImmutableArray<string> Weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    public static SyncSchedule? Read(YamlNode.Scalar written, IssueList issues)
    {
        var text = written.Text.Trim();
        if (text.StartsWith("every ", StringComparison.Ordinal) && Length(text[6..]) is { } pause)
            return new SyncSchedule.Every(pause);
        if (By().Match(text) is { Success: true } match && DaysOf(match.Groups["days"].Value) is { } days
            && TimeOnly.TryParseExact(match.Groups["time"].Value, "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return new SyncSchedule.At([string.Create(CultureInfo.InvariantCulture, $"{time.Minute} {time.Hour} * * {days}")]);
        if (CronExpression.TryParse(text, out _))
            return new SyncSchedule.At([text]);
        issues.Add(written.Place, "trust.fresh", ("value", written.Text));
        return null;
    }

    /// <summary>A length of time in whole minutes, hours, days or weeks; null when it is none.</summary>
    public static TimeSpan? Length(string written)
    {
        var match = Lengths().Match(written.Trim());
        if (!match.Success || !int.TryParse(match.Groups["count"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count == 0)
            return null;
        return TimeSpan.FromMinutes(count * match.Groups["unit"].Value[0] switch { 'm' => 1L, 'h' => 60L, 'd' => 24 * 60L, _ => 7 * 24 * 60L });
    }

    /// <summary>The days as cron counts them, or null.</summary>
    private static string? DaysOf(string written)
    {
        switch (written)
        {
            case "daily":
                return "*";
            case "weekdays":
                return "1-5";
        }
        var days = written.Split(',', StringSplitOptions.TrimEntries).Select(day => Weekdays.IndexOf(day.TrimEnd('s'))).ToList();
        return days.Contains(-1) ? null : string.Join(',', days.Select(day => day.ToString(CultureInfo.InvariantCulture)));
    }

    [GeneratedRegex(@"\A(?<days>[a-z, ]+?) +by +(?<time>[0-9]{1,2}:[0-9]{2})\z")]
    private static partial Regex By();

    [GeneratedRegex(@"\A(?<count>[0-9]{1,5}) *(?<unit>minutes?|hours?|days?|weeks?)\z")]
    private static partial Regex Lengths();
}
