using System.Collections.Immutable;
using System.Text.Json;
using Kelvin.Interchange.Dbt.Asking;

namespace Conformance.Folder;

/// <summary>A question with the rows that answer it.</summary>
/// <param name="Id">Its name; nothing depends on it.</param>
/// <param name="Model">The manifest that defines its metrics.</param>
/// <param name="Kinds">What it is about, for counting.</param>
/// <param name="Question">The question.</param>
/// <param name="Expected">The rows expected; null when there is nothing to compare with.</param>
internal sealed record ConformanceCase(string Id, string Model, ImmutableArray<string> Kinds, DbtQuestion Question, ExpectedRows? Expected)
{
    /// <summary>The saved query that the question adds to, or null.</summary>
    public string? SavedQuery { get; init; }

    /// <summary>Whether only the first and last of the values are asked for.</summary>
    public bool IsMinMaxOnly { get; init; }

    /// <summary>Whether equal rows are put together; otherwise every row of the join is wanted.</summary>
    public bool IsGrouped { get; init; } = true;

    /// <summary>Reads a case of cases.json.</summary>
    public static ConformanceCase Read(JsonElement json) => new(
        json.GetProperty("id").GetString()!,
        json.GetProperty("model").GetString()!,
        Texts(json, "kinds"),
        new DbtQuestion
        {
            Metrics = Texts(json, "metrics"),
            GroupBy = [.. Texts(json, "group_by").Select(name => new DbtGrouping(name)), .. json.GetProperty("group_by_objs").EnumerateArray().Select(Grouping)],
            Where = Text(json, "where") is { } where ? [where] : [],
            OrderBy = Texts(json, "order_by"),
            Limit = json.GetProperty("limit") is { ValueKind: JsonValueKind.Number } limit ? limit.GetInt32() : null,
            Range = json.GetProperty("time_range") is { ValueKind: JsonValueKind.Array } range ? (Day(range[0]), Day(range[1])) : null,
        },
        json.GetProperty("expected") is { ValueKind: JsonValueKind.Object } expected ? ExpectedRows.Read(json, expected) : null)
    {
        SavedQuery = Text(json, "saved_query"),
        IsMinMaxOnly = json.GetProperty("min_max_only").GetBoolean(),
        IsGrouped = json.GetProperty("apply_group_by").GetBoolean(),
    };

    private static DbtGrouping Grouping(JsonElement json) => new(json.GetProperty("name").GetString()!, Text(json, "grain"), Text(json, "date_part"));

    private static ImmutableArray<string> Texts(JsonElement json, string name) => [.. json.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static DateOnly Day(JsonElement json) => DateOnly.FromDateTime(json.GetDateTime());
}
