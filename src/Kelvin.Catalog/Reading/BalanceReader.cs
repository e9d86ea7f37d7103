using System.Globalization;
using Kelvin.Calendars;
using Kelvin.Catalog.Yaml;

namespace Kelvin.Catalog.Reading;

/// <summary>Reads the <c>balance:</c> of a dataset: how its rows hold a stock.</summary>
internal static class BalanceReader
{
    private static readonly string[] Keys = ["snapshots", "carry", "from", "to"];

    /// <summary>The more a state is carried, the more rows each moment looks at: three years are plenty.</summary>
    private const int MostSteps = 1_100;

    public static BalanceDraft? Read(Fields fields, IssueList issues)
    {
        if (fields.ValueOf("balance") is not { } value)
            return null;
        var place = fields.PlaceOf("balance")!;
        if (value is YamlNode.Mapping mapping)
            return Read(new Fields(mapping, Keys, issues), place, issues);
        if (value is YamlNode.Scalar { Text: "snapshots" })
            return new(place, [], null, null, null);
        issues.Add(value.Place, "catalog.balance-form");
        return null;
    }

    private static BalanceDraft? Read(Fields fields, Language.Place place, IssueList issues)
    {
        var before = issues.Errors;
        var series = fields.List("snapshots");
        var carry = fields.Text("carry") is { } length ? Carry(length, issues) : null;
        var (from, to) = (fields.Text("from"), fields.Text("to"));
        var isSnapshots = fields.Has("snapshots") || fields.Has("carry");
        if (isSnapshots == (fields.Has("from") || fields.Has("to")) || fields.Has("from") != fields.Has("to"))
            issues.Add(place, "catalog.balance-form");
        return issues.Errors > before ? null : new(place, series, carry, from, to);
    }

    /// <summary>Days or finer: a month is no fixed length.</summary>
    private static CalendarSpan? Carry(YamlNode.Scalar written, IssueList issues)
    {
        var parts = written.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts is [var count, var word] && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var steps)
            && steps is >= 1 and <= MostSteps && StepOf(word) is { } step)
            return new CalendarSpan(steps, step);
        issues.Add(written.Place, "catalog.balance-carry", ("value", written.Text));
        return null;
    }

    private static Grain? StepOf(string word) => word switch
    {
        "day" or "days" => Grain.Day,
        "week" or "weeks" => Grain.Week,
        _ => null,
    };
}
