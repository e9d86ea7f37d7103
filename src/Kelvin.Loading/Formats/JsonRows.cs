using System.Collections.Immutable;
using System.Text.Json;

namespace Kelvin.Loading.Formats;

/// <summary>The records of a JSON file under a header of all names that any of them has. Numbers are kept digit by digit.</summary>
internal sealed record JsonRows(Func<Stream> OpenText, string? Array, ImmutableArray<string> Columns, FileLimits Limits) : ITypedRows
{
    public long FirstNumber => 0;

    public IRowCursor Open(TableBytes bytes) =>
        new Cursor(new JsonRecords(new JsonTokens(OpenText(), bytes.Name, Limits), Array), Columns);

    private sealed class Cursor : IRowCursor
    {
        private readonly JsonRecords _records;
        private readonly ImmutableArray<string> _columns;
        private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
        private readonly (JsonTokenType Kind, string? Text)[] _values;
        private bool _isHeaderWritten;

        public Cursor(JsonRecords records, ImmutableArray<string> columns)
        {
            (_records, _columns, _values) = (records, columns, new (JsonTokenType, string?)[columns.Length]);
            for (var at = 0; at < columns.Length; at++)
                _places[columns[at]] = at;
        }

        public bool WriteNext(RecordText target)
        {
            if (!_isHeaderWritten)
            {
                _isHeaderWritten = true;
                foreach (var name in _columns)
                    target.Text(name);
                target.End();
                return true;
            }
            System.Array.Clear(_values);
            if (!_records.Next(Take))
                return false;
            foreach (var (kind, text) in _values)
                Write(kind, text, target);
            target.End();
            return true;
        }

        public void Dispose() => _records.Dispose();

        private void Take(string name, JsonTokenType kind, string? text)
        {
            // A name that was not there at the first look is of a file that has changed since, which the end of the reading tells.
            if (_places.TryGetValue(name, out var at))
                _values[at] = (kind, text);
        }

        private static void Write(JsonTokenType kind, string? text, RecordText target)
        {
            switch (kind)
            {
                case JsonTokenType.Number:
                    target.Number(text!);
                    break;
                case JsonTokenType.True or JsonTokenType.False:
                    target.Truth(kind == JsonTokenType.True);
                    break;
                case JsonTokenType.String:
                    target.Text(text);
                    break;
                default:
                    target.Missing();
                    break;
            }
        }
    }
}
