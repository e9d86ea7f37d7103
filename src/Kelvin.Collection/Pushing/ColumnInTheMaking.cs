using System.Globalization;
using Kelvin.Catalog;
using Kelvin.Compiler.Frames;
using Kelvin.Formulas;

namespace Kelvin.Collection.Pushing;

/// <summary>A column of a frame while its values come in one by one, missing unless set.</summary>
internal abstract class ColumnInTheMaking
{
    /// <summary>One for the values of a dataset's column.</summary>
    public static ColumnInTheMaking For(Column column) => column.Type.Kind switch
    {
        ValueKind.Text => new Of<string>(column.Name),
        ValueKind.Boolean => new Of<bool>(column.Name),
        ValueKind.Date => new Of<DateOnly>(column.Name),
        ValueKind.Timestamp => new Of<DateTime>(column.Name),
        _ when column.Decimals is null => new Of<double>(column.Name),
        _ => new Of<decimal>(column.Name),
    };

    /// <summary>Sets the value of the row that is being read, of the column's type or missing; of a value that comes twice the last one counts, as in JSON.</summary>
    public abstract void Set(object? value);

    /// <summary>Ends a row: it is kept, or forgotten.</summary>
    public abstract void EndRow(bool isKept);

    /// <summary>The column of the rows that were kept.</summary>
    public abstract FrameColumn Build();

    private sealed class Of<T>(string name) : ColumnInTheMaking
        where T : notnull
    {
        private readonly List<T> _values = [];
        private readonly List<bool> _missing = [];
        private T _value = default!;
        private bool _isKnown;

        public override void Set(object? value) => (_value, _isKnown) = value switch
        {
            null => (default!, false),
            T typed => (typed, true),
            _ => ((T)Convert.ChangeType(value, typeof(T), CultureInfo.InvariantCulture), true),
        };

        public override void EndRow(bool isKept)
        {
            if (isKept)
            {
                _values.Add(_value);
                _missing.Add(!_isKnown);
            }
            (_value, _isKnown) = (default!, false);
        }

        public override FrameColumn Build() => new FrameColumn<T>(name, [.. _values], [.. _missing]);
    }
}
