using System.Collections.Immutable;
using System.Text.Json;
using Kelvin.Interchange.Tables;

namespace Conformance.Folder;

/// <summary>A table with its rows as text; null is a missing value, and not the empty text.</summary>
internal sealed record CaseTable(string Name, ImmutableArray<string> Columns, ImmutableArray<string> Types, ImmutableArray<string?[]> Rows)
{
    /// <summary>Reads a table of tables.json and its file.</summary>
    public static CaseTable Read(JsonElement json, string folder)
    {
        var columns = json.GetProperty("columns").EnumerateArray().ToList();
        var records = CsvRecords.Read(File.ReadAllText(Path.Combine(folder, json.GetProperty("csv").GetString()!)));
        var header = records[0];
        ImmutableArray<string> names = [.. columns.Select(column => column.GetProperty("name").GetString()!)];
        var places = names.Select(name => Array.IndexOf(header, name)).ToArray();
        return new(json.GetProperty("table").GetString()!, names, [.. columns.Select(column => column.GetProperty("type").GetString()!)],
            [.. records.Skip(1).Select(record => places.Select(place => record[place]).ToArray())]);
    }

    /// <summary>The values of a column.</summary>
    public IEnumerable<string?> Values(string column)
    {
        var place = PlaceOf(column);
        return Rows.Select(row => row[place]);
    }

    /// <summary>What an importer may know of it.</summary>
    public WarehouseTable AsWarehouseTable() =>
        new(Name, [.. Columns.Zip(Types, (name, type) => new WarehouseColumn(name, type == "TIME" ? TypeOfTime(name) : type))]) { Repeats = Repeats };

    /// <summary>Whether these columns together have the same values in two rows; rows that lack one of them do not count.</summary>
    private bool Repeats(IReadOnlyList<string> columns)
    {
        var places = columns.Select(PlaceOf).ToArray();
        var keys = Rows.Select(row => places.Select(place => row[place]).ToArray()).Where(key => !key.Contains(null)).Select(key => string.Join('\u001f', key)).ToList();
        return keys.Distinct().Count() < keys.Count;
    }

    /// <summary>The tables say TIME for days and for moments; days have no clock time in any row.</summary>
    private string TypeOfTime(string column) => Values(column).All(value => value is null || value.Length == "2020-01-01".Length) ? "DATE" : "TIMESTAMP";

    private int PlaceOf(string column)
    {
        var place = Columns.IndexOf(column, 0, Columns.Length, StringComparer.OrdinalIgnoreCase);
        return place >= 0 ? place : throw new InvalidDataException($"The table {Name} has no column {column}.");
    }
}
