using System.Collections.Immutable;
using System.Text.Json;
using Kelvin.Catalog;
using Kelvin.Compiler.Frames;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Collection.Pushing;

/// <summary>
/// Reads rows from JSON: an array of objects, or objects one after another (NDJSON). A row that cannot be read is refused by itself;
/// text that is not JSON refuses all, for nobody can tell what was meant.
/// </summary>
internal sealed class JsonRows
{
    private readonly PushLimits _limits;
    private readonly ImmutableArray<Column> _columns;
    private readonly ColumnInTheMaking[] _values;
    private readonly Dictionary<string, int> _places;
    private readonly List<int> _kept = [];
    private readonly List<RefusedRow> _refused = [];
    private int _row;

    private JsonRows(Dataset dataset, PushLimits limits)
    {
        _limits = limits;
        _columns = [.. dataset.Columns.Where(column => column.IsStored)];
        _values = [.. _columns.Select(ColumnInTheMaking.For)];
        _places = _columns.Select((column, place) => (column.Name, place)).ToDictionary(one => one.Name, one => one.place, StringComparer.Ordinal);
    }

    /// <summary>The rows that can be read and those that cannot; or why the text cannot be used at all.</summary>
    public static Checked<ReadRows> Read(ReadOnlySpan<byte> text, Dataset dataset, PushLimits limits)
    {
        if (text.StartsWith("\uFEFF"u8))
            text = text[3..];
        var rows = new JsonRows(dataset, limits);
        try
        {
            return rows.ReadAll(text) is { } issue ? Checked<ReadRows>.Faulty(issue) : Checked<ReadRows>.Sound(rows.Build());
        }
        catch (JsonException failure)
        {
            return Checked<ReadRows>.Faulty(Issue.At(
                null, "push.not-json", ("line", (failure.LineNumber ?? 0) + 1), ("byte", (failure.BytePositionInLine ?? 0) + 1)));
        }
    }

    private Issue? ReadAll(ReadOnlySpan<byte> text)
    {
        var json = new Utf8JsonReader(text, new JsonReaderOptions { AllowMultipleValues = true, MaxDepth = 32 });
        var isInArray = false;
        while (json.Read())
        {
            switch (json.TokenType)
            {
                case JsonTokenType.StartArray when !isInArray && _row == 0:
                    isInArray = true;
                    break;
                case JsonTokenType.EndArray when isInArray:
                    isInArray = false;
                    break;
                case JsonTokenType.StartObject when _row == _limits.RowsARequest:
                    return Issue.At(null, "push.too-many-rows", ("most", _limits.RowsARequest));
                case JsonTokenType.StartObject:
                    ReadRow(ref json);
                    break;
                default:
                    return Issue.At(null, "push.not-rows", ("row", _row + 1));
            }
        }
        return _row == 0 && !text.Trim(" \t\r\n"u8).StartsWith("["u8) ? Issue.At(null, "push.no-rows") : null;
    }

    private void ReadRow(ref Utf8JsonReader json)
    {
        Issue? fault = null;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonValue.Text(ref json) ?? "\uFFFD";
            json.Read();
            if (_places.TryGetValue(name, out var place))
            {
                var (value, wrong) = JsonValue.Read(ref json, _columns[place], _limits);
                fault ??= wrong;
                _values[place].Set(value);
            }
            else
            {
                json.Skip();
                fault ??= Issue.At(null, "push.unknown-column",
                    ("column", name), ("nearest", NearestName.Of(name, _places.Keys)), ("columns", string.Join(", ", _places.Keys)));
            }
        }
        foreach (var values in _values)
            values.EndRow(fault is null);
        if (fault is null)
            _kept.Add(_row);
        else
            _refused.Add(new RefusedRow(_row, fault));
        _row++;
    }

    private ReadRows Build() => new(new Frame([.. _values.Select(values => values.Build())], _kept.Count), [.. _kept], [.. _refused]);
}
