using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Kelvin.Entries.Grids;

/// <summary>What names a row among those of a period: the values of its key, as one text.</summary>
internal static class RowId
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The name of a row with these values in these columns.</summary>
    public static string Of(IEnumerable<string> columns, IReadOnlyDictionary<string, string> key) =>
        JsonSerializer.Serialize(columns.Select(column => key[column]).ToArray(), Readable);

    /// <summary>The values by column; null when the columns are others by now.</summary>
    public static ImmutableSortedDictionary<string, string>? Read(string id, ImmutableArray<string> columns) =>
        JsonSerializer.Deserialize<string[]>(id) is { } values && values.Length == columns.Length
            ? columns.Zip(values).ToImmutableSortedDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal)
            : null;
}
