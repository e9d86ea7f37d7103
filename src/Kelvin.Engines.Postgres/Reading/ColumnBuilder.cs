using Kelvin.Compiler.Frames;
using Kelvin.Queries.Warehouse;
using Npgsql;

namespace Kelvin.Engines.Postgres.Reading;

/// <summary>Gathers the values of one result column, row by row.</summary>
internal abstract class ColumnBuilder
{
    public static ColumnBuilder For(ResultColumn column, int place) => column.Kind switch
    {
        ResultKind.Decimal => new OfValues<decimal>(column.Name, place, ValueReader.Decimals(place)),
        ResultKind.Double => new OfValues<double>(column.Name, place, ValueReader.Doubles(place)),
        ResultKind.Text => new OfTexts(column.Name, place, ValueReader.Texts(place)),
        ResultKind.Boolean => new OfValues<bool>(column.Name, place, ValueReader.Booleans(place)),
        ResultKind.Date => new OfValues<DateOnly>(column.Name, place, ValueReader.Dates(place)),
        ResultKind.Timestamp => new OfValues<DateTime>(column.Name, place, ValueReader.Instants(place)),
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };

    public abstract void Take(NpgsqlDataReader row);

    public abstract FrameColumn Build();

    private sealed class OfValues<T>(string name, int place, Func<NpgsqlDataReader, T?> read) : ColumnBuilder
        where T : struct
    {
        private readonly Gathered<T> _gathered = new();

        public override void Take(NpgsqlDataReader row)
        {
            if (!row.IsDBNull(place) && read(row) is { } value)
                _gathered.Add(value);
            else
                _gathered.AddMissing();
        }

        public override FrameColumn Build() => _gathered.ToColumn(name);
    }

    private sealed class OfTexts(string name, int place, Func<NpgsqlDataReader, string> read) : ColumnBuilder
    {
        private readonly Gathered<string> _gathered = new();

        public override void Take(NpgsqlDataReader row)
        {
            if (row.IsDBNull(place))
                _gathered.AddMissing();
            else
                _gathered.Add(read(row));
        }

        public override FrameColumn Build() => _gathered.ToColumn(name);
    }

    private sealed class Gathered<T>
        where T : notnull
    {
        private readonly List<T> _values = [];
        private readonly List<bool> _missing = [];
        private bool _anyMissing;

        public void Add(T value)
        {
            _values.Add(value);
            _missing.Add(false);
        }

        public void AddMissing()
        {
            _values.Add(default!);
            _missing.Add(true);
            _anyMissing = true;
        }

        public FrameColumn<T> ToColumn(string name) => new(name, [.. _values], _anyMissing ? [.. _missing] : null);
    }
}
