using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Kelvin.Calendars;
using Kelvin.Queries.Answers;

namespace OutsideData.Tests;

/// <summary>
/// A value of an <c>expected.json</c> and an answer in one form, to be compared: known numbers by the key of their row, and by
/// metric where there are several. A number alone has the empty key.
/// </summary>
internal static class ValueCells
{
    private const string Iso = "yyyy-MM-dd";

    /// <summary>
    /// The cells of a value in the file: a number, numbers by key, lists of numbers in the order of the metrics, numbers by
    /// metric, or pairs of a key and a number.
    /// </summary>
    public static ImmutableSortedDictionary<string, double> Of(JsonElement value, ImmutableArray<string> metrics) =>
        Cells(value, metrics).ToImmutableSortedDictionary(cell => cell.Key, cell => cell.Value, StringComparer.Ordinal);

    /// <summary>
    /// The cells of an answer, keyed by its first dimension or its period as the expected ones are: a period goes by its last day
    /// where days are expected, and a number alone has no key.
    /// </summary>
    public static ImmutableSortedDictionary<string, double> Of(MetricAnswer answer, ImmutableSortedDictionary<string, double> expected)
    {
        var frame = answer.Frame;
        var hasKey = !expected.ContainsKey("") && (answer.Query.Grain is not null || !answer.Query.By.IsEmpty);
        var daysAsKeys = expected.Keys.Any(key => DateOnly.TryParseExact(key.Split(' ')[0], Iso, CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
        return Enumerable.Range(0, frame.Count)
            .SelectMany(_ => answer.Metrics, (row, metric) => (row, Column: frame[metric.Name]))
            .Where(cell => cell.Column.IsKnown(cell.row))
            .ToImmutableSortedDictionary(
                cell => Join(hasKey ? KeyText(frame.Columns[0][cell.row], daysAsKeys) : "", answer.Metrics.Length > 1 ? cell.Column.Name : ""),
                cell => Convert.ToDouble(cell.Column[cell.row], CultureInfo.InvariantCulture),
                StringComparer.Ordinal);
    }

    private static IEnumerable<KeyValuePair<string, double>> Cells(JsonElement value, ImmutableArray<string> metrics) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(part => Under(part.Name, part.Value, metrics)),
        JsonValueKind.Array when value[0].ValueKind == JsonValueKind.Array =>
            value.EnumerateArray().SelectMany(pair => Under(pair[0].GetString()!, pair[1], metrics)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany((part, at) => Under(metrics[at], part, metrics)),
        _ => [new("", value.GetDouble())],
    };

    private static IEnumerable<KeyValuePair<string, double>> Under(string key, JsonElement value, ImmutableArray<string> metrics) =>
        Cells(value, metrics).Select(cell => KeyValuePair.Create(Join(key, cell.Key), cell.Value));

    private static string Join(string key, string rest) => key.Length == 0 ? rest : rest.Length == 0 ? key : $"{key} {rest}";

    /// <summary>A key as the files write it: 2018 for a year, 2018-03 for a month, Yes for what holds, (null) where it is missing.</summary>
    private static string KeyText(object? key, bool daysAsKeys) => key switch
    {
        null => "(null)",
        Period period when daysAsKeys => Day(period.LastDay),
        Period period => period.FirstDay.ToString(period.Grain == Grain.Year ? "yyyy" : "yyyy-MM", CultureInfo.InvariantCulture),
        DateOnly day => Day(day),
        bool holds => holds ? "Yes" : "No",
        _ => Convert.ToString(key, CultureInfo.InvariantCulture)!,
    };

    private static string Day(DateOnly day) => day.ToString(Iso, CultureInfo.InvariantCulture);
}
