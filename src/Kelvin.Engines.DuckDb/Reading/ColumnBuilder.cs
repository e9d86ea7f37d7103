using Apache.Arrow;
using Kelvin.Compiler.Frames;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Engines.DuckDb.Reading;

/// <summary>Gathers the values of one result column, batch by batch.</summary>
internal abstract class ColumnBuilder
{
    public static ColumnBuilder For(ResultColumn column) => column.Kind switch
    {
        ResultKind.Decimal => new ColumnBuilder<decimal>(column.Name, ArrowValues.Decimals),
        ResultKind.Double => new ColumnBuilder<double>(column.Name, ArrowValues.Doubles),
        ResultKind.Text => new ColumnBuilder<string>(column.Name, ArrowValues.Texts),
        ResultKind.Boolean => new ColumnBuilder<bool>(column.Name, ArrowValues.Booleans),
        ResultKind.Date => new ColumnBuilder<DateOnly>(column.Name, ArrowValues.Dates),
        ResultKind.Timestamp => new ColumnBuilder<DateTime>(column.Name, ArrowValues.Timestamps),
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };

    public abstract void Append(IArrowArray values);

    public abstract FrameColumn Build();
}

/// <summary>The same for one type of value.</summary>
/// <param name="name">The column's name.</param>
/// <param name="reader">Gives the function that reads a batch's values by row; rows that are missing are not asked for.</param>
internal sealed class ColumnBuilder<T>(string name, Func<IArrowArray, Func<int, T>> reader) : ColumnBuilder
    where T : notnull
{
    private T[] _values = [];
    private bool[] _missing = [];
    private int _count;
    private bool _anyMissing;

    public override void Append(IArrowArray values)
    {
        Reserve(values.Length);
        var read = reader(values);
        for (var row = 0; row < values.Length; row++, _count++)
        {
            // No metric is ever infinite or not a number; where the engine overflows, the value is missing.
            if (values.IsNull(row) || read(row) is var value && value is double number && !double.IsFinite(number))
                _missing[_count] = _anyMissing = true;
            else
                _values[_count] = value;
        }
    }

    public override FrameColumn Build()
    {
        System.Array.Resize(ref _values, _count);
        System.Array.Resize(ref _missing, _count);
        return new FrameColumn<T>(name, _values, _anyMissing ? _missing : null);
    }

    private void Reserve(int more)
    {
        if (_count + more <= _values.Length)
            return;
        var size = Math.Max(_count + more, _values.Length * 2);
        System.Array.Resize(ref _values, size);
        System.Array.Resize(ref _missing, size);
    }
}
