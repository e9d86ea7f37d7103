using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Kelvin.Calendars;
using Kelvin.Compiler;

namespace OutsideData.Tests;

/// <summary>The questions that give the values of an <c>expected.json</c>, by its own names.</summary>
/// <param name="Folder">The folder of the data, and of the definitions.</param>
/// <param name="Questions">Name in the file → question. The first metric and the last key of the answer are compared.</param>
/// <param name="Reasons">Entries that are no metric → why, and what is tested in their place.</param>
internal sealed record OutsideValues(
    string Folder, ImmutableSortedDictionary<string, MetricQuery> Questions, ImmutableSortedDictionary<string, string> Reasons)
{
    /// <summary>Every value asked for is the outside one, and no group is missing or too many.</summary>
    public async Task CheckAsync(string name)
    {
        var company = await Company.OpenAsync(Folder);
        var expected = Entries()[name];
        var query = Questions[name];
        var frame = (await company.AskAsync(query)).Frame;
        var values = frame[query.Metrics[0]];
        var given = expected.ValueKind == JsonValueKind.Object
            ? expected.EnumerateObject().ToDictionary(value => value.Name, value => value.Value.GetDouble())
            : new() { ["all"] = expected.GetDouble() };
        var found = Enumerable.Range(0, frame.Count).ToDictionary(
            row => expected.ValueKind == JsonValueKind.Object ? KeyText(frame.Columns[0][row], query.Grain) : "all",
            row => Convert.ToDouble(values[row], CultureInfo.InvariantCulture));
        Assert.Equal(given.Keys.Order(StringComparer.Ordinal), found.Keys.Order(StringComparer.Ordinal));
        Assert.All(given, value => Assert.InRange(found[value.Key], value.Value - Slack(value.Value), value.Value + Slack(value.Value)));
    }

    /// <summary>Every entry of the file is either asked for or listed with a reason, and nothing else is.</summary>
    public void CheckCoverage() =>
        Assert.Equal(Entries().Keys.Order(StringComparer.Ordinal), Questions.Keys.Concat(Reasons.Keys).Order(StringComparer.Ordinal));

    /// <summary>A whole number of the file.</summary>
    public long Count(string name) => (long)Entries()[name].GetDouble();

    /// <summary>
    /// How far a value may lie from the one in the file: half a unit of the ninth decimal, to which all are rounded there,
    /// and what adding a few thousand numbers in binary floating point can cost, which ours are free of.
    /// </summary>
    private static double Slack(double value) => 0.5e-9 + 1e-13 * Math.Abs(value);

    private Dictionary<string, JsonElement> Entries() =>
        SharedData.Expected(Folder).GetProperty("metrics").EnumerateArray()
            .ToDictionary(entry => entry.GetProperty("name").GetString()!, entry => entry.GetProperty("value"));

    /// <summary>A key as the files write it: 2018-03 for a month, 2018 for a year, (null) where it is missing.</summary>
    private static string KeyText(object? key, Grain? grain) => key switch
    {
        null => "(null)",
        Period period => period.Start.ToString(grain == Grain.Year ? "yyyy" : grain == Grain.Month ? "yyyy-MM" : "yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(key, CultureInfo.InvariantCulture)!,
    };
}
