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

    /// <summary>Why the case could not be read, or null.</summary>
    public string? Trouble { get; init; }

    /// <summary>Reads a case of cases.json; what is wrong with one is no trouble for the others.</summary>
    public static ConformanceCase Read(JsonElement json)
    {
        try
        {
            return Whole(json);
        }
        catch (Exception exception) when (exception is InvalidOperationException or FormatException or KeyNotFoundException)
        {
            return new(Text(json, "id") ?? "", Text(json, "model") ?? "", [], new DbtQuestion(), null) { Trouble = exception.Message };
        }
    }

    private static ConformanceCase Whole(JsonElement json) => new(
        json.GetProperty("id").GetString()!,
        json.GetProperty("model").GetString()!,
        Texts(json, "kinds"),
        new DbtQuestion
        {
            Metrics = Texts(json, "metrics"),
            GroupBy = [.. Texts(json, "group_by").Select(name => new DbtGrouping(name)), .. Items(json, "group_by_objs").Select(Grouping)],
            Where = Text(json, "where") is { } where ? [where] : [],
            OrderBy = Texts(json, "order_by"),
            Limit = json.TryGetProperty("limit", out var limit) && limit.ValueKind == JsonValueKind.Number ? limit.GetInt32() : null,
            Range = Items(json, "time_range").ToList() is [_, _] range ? (Day(range[0]), Day(range[1])) : null,
        },
        json.TryGetProperty("expected", out var expected) && expected.ValueKind == JsonValueKind.Object ? ExpectedRows.Read(json, expected) : null)
    {
        SavedQuery = Text(json, "saved_query"),
        IsMinMaxOnly = IsTrue(json, "min_max_only", otherwise: false),
        IsGrouped = IsTrue(json, "apply_group_by", otherwise: true),
    };

    private static DbtGrouping Grouping(JsonElement json) => new(json.GetProperty("name").GetString()!, Text(json, "grain"), Text(json, "date_part"));

    private static ImmutableArray<string> Texts(JsonElement json, string name) => [.. Items(json, name).Select(text => text.GetString()!)];

    private static IEnumerable<JsonElement> Items(JsonElement json, string name) =>
        json.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array ? items.EnumerateArray() : [];

    /// <summary>A word that is true or false, or what counts where it is left out.</summary>
    public static bool IsTrue(JsonElement json, string name, bool otherwise) =>
        json.TryGetProperty(name, out var word) && word.ValueKind is JsonValueKind.True or JsonValueKind.False ? word.GetBoolean() : otherwise;

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static DateOnly Day(JsonElement json) => DateOnly.FromDateTime(json.GetDateTime());
}
