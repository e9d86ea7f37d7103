using System.Globalization;
using System.Text.RegularExpressions;
using Kelvin.Catalog.Forms;
using Kelvin.Catalog.Yaml;

namespace Kelvin.Catalog.Reading;

/// <summary>Reads when numbers are due, <c>3 working days after</c>, and how long before that people are reminded, <c>2 days</c>.</summary>
internal static partial class DayDistanceText
{
    public static DueRule? Due(YamlNode.Scalar written, IssueList issues)
    {
        var match = DuePattern().Match(written.Text.Trim());
        if (Read(match) is { } distance)
            return new DueRule(distance, match.Groups["side"].Value == "before");
        issues.Add(written.Place, "form.due", ("value", written.Text));
        return null;
    }

    public static DayDistance? Remind(YamlNode.Scalar written, IssueList issues)
    {
        if (Read(RemindPattern().Match(written.Text.Trim())) is { } distance)
            return distance;
        issues.Add(written.Place, "form.remind", ("value", written.Text));
        return null;
    }

    private static DayDistance? Read(Match match) =>
        match.Success && int.Parse(match.Groups["count"].ValueSpan, CultureInfo.InvariantCulture) is var days && days <= DayDistance.Most
            ? new DayDistance(days, match.Groups["working"].Success)
            : null;

    [GeneratedRegex(@"\A(?<count>[0-9]{1,3}) +(?<working>working +)?days? +(?<side>after|before)\z")]
    private static partial Regex DuePattern();

    [GeneratedRegex(@"\A(?<count>[0-9]{1,3}) +(?<working>working +)?days?( +before)?\z")]
    private static partial Regex RemindPattern();
}
