using System.Collections.Immutable;
using System.Text.Json;
using Kelvin.Language;

namespace Kelvin.Loading.Formats;

/// <summary>Finds where in a JSON file the records are: an array of objects, objects one after the other, or an array inside one object.</summary>
internal static class JsonShape
{
    /// <summary>Whether a file begins as JSON with objects does.</summary>
    public static bool Begins(ReadOnlySpan<byte> utf8)
    {
        var rest = utf8.TrimStart(" \t\r\n"u8);
        if (rest.IsEmpty || rest[0] is not ((byte)'{' or (byte)'['))
            return false;
        var next = rest[1..].TrimStart(" \t\r\n"u8);
        return next.IsEmpty || next[0] is (byte)'{' or (byte)'}' or (byte)']' || rest[0] == (byte)'{' && next[0] == (byte)'"';
    }

    /// <summary>The records: those of the array that is named, else of the only one that can be meant.</summary>
    public static Checked<ITypedRows> Find(Func<Stream> open, TableBytes bytes, string? array, FileLimits limits)
    {
        try
        {
            var arrays = array is null ? Arrays(open, bytes, limits) : [array];
            if (arrays.Length > 1)
                return Checked<ITypedRows>.Faulty(Issue.At(null, "import.which-array", ("file", bytes.Name), ("arrays", string.Join(", ", arrays)), ("count", arrays.Length)));
            var path = arrays.FirstOrDefault();
            var columns = Columns(open, bytes, path, limits);
            if (columns.Count == 0)
                return Checked<ITypedRows>.Faulty(Issue.At(null, array is null ? "import.json-without-records" : "import.no-array", ("file", bytes.Name), ("array", array)));
            return columns.Count > limits.Columns
                ? Checked<ITypedRows>.Faulty(Issue.At(null, "import.too-many-columns", ("file", bytes.Name), ("count", columns.Count), ("limit", limits.Columns)))
                : Checked<ITypedRows>.Sound(new JsonRows(open, path, [.. columns], limits));
        }
        catch (UnusableFileException unusable)
        {
            return Checked<ITypedRows>.Faulty(unusable.Issue);
        }
    }

    /// <summary>The arrays of objects inside a file that is one object; empty where its values are the records themselves.</summary>
    public static ImmutableArray<string> Arrays(Func<Stream> open, TableBytes bytes, FileLimits limits)
    {
        using var tokens = new JsonTokens(open(), bytes.Name, limits);
        if (!tokens.Read() || tokens.Type != JsonTokenType.StartObject)
            return [];
        var arrays = ImmutableArray.CreateBuilder<string>();
        while (tokens.Read() && tokens.Type == JsonTokenType.PropertyName)
        {
            var name = tokens.Text!;
            tokens.Read();
            if (tokens.Type == JsonTokenType.StartArray && tokens.Read() && tokens.Type == JsonTokenType.StartObject)
            {
                arrays.Add(name);
                var depth = tokens.Depth;
                while (tokens.Read() && tokens.Depth >= depth)
                {
                }
            }
            else if (tokens.Type != JsonTokenType.EndArray)
            {
                tokens.Skip();
                // An array of numbers or texts: its first value was read to tell.
                while (tokens.Depth > 1 && tokens.Read())
                {
                }
            }
        }
        // A second value after the object: then each is a record.
        return tokens.Read() ? [] : arrays.ToImmutable();
    }

    private static IReadOnlyCollection<string> Columns(Func<Stream> open, TableBytes bytes, string? path, FileLimits limits)
    {
        using var records = new JsonRecords(new JsonTokens(open(), bytes.Name, limits), path);
        var order = new Dictionary<string, int>(StringComparer.Ordinal);
        while (order.Count <= limits.Columns && records.Next((name, _, _) => order.TryAdd(name, order.Count)))
        {
        }
        return [.. order.OrderBy(pair => pair.Value).Select(pair => pair.Key)];
    }
}
