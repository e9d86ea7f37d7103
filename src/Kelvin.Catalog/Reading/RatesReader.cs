using Kelvin.Catalog.Yaml;

namespace Kelvin.Catalog.Reading;

/// <summary>Reads the <c>rates:</c> of a dataset: that its rows are exchange rates.</summary>
internal static class RatesReader
{
    private static readonly string[] Keys = ["currency", "to", "rate", "on"];

    /// <summary>The columns, or null.</summary>
    public static RatesDraft? Read(YamlNode.Mapping? group, IssueList issues)
    {
        if (group is null)
            return null;
        var fields = new Fields(group, Keys, issues);
        var currency = fields.Required("currency", group.Place, "currency: currency");
        var to = fields.Required("to", group.Place, "to: SEK");
        var rate = fields.Required("rate", group.Place, "rate: rate");
        var on = fields.Required("on", group.Place, "on: day");
        return currency is null || to is null || rate is null || on is null ? null : new(group.Place, currency, to, rate, on);
    }
}
