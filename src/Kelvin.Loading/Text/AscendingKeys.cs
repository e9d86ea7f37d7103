using System.Buffers.Text;
using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Formulas;

namespace Kelvin.Loading.Text;

/// <summary>
/// Sees whether the key of every record is greater than the one before. Most programs write their rows so, and then it is known
/// that no key comes twice without comparing all with all.
/// </summary>
internal sealed class AscendingKeys(FileLayout layout, Dataset dataset)
{
    private readonly ImmutableArray<KeyPart> _parts =
        [.. dataset.RowKey.Select(name => layout.Columns.FirstOrDefault(laid => laid.Column.Name == name)).OfType<LaidColumn>().Select(laid => new KeyPart(laid))];

    /// <summary>Whether they ascend so far; never where there is no key, or one of values that are not compared here.</summary>
    public bool Hold { get; private set; } = !dataset.RowKey.IsEmpty && dataset.RowKey.All(name => layout.Columns.Any(laid => laid.Column.Name == name && KeyPart.IsOrdered(laid.Column)));

    /// <summary>Takes in the next record, which has all its fields.</summary>
    public void Note(RecordReader record)
    {
        if (!Hold)
            return;
        var order = 0;
        foreach (var part in _parts)
        {
            if (part.Take(record.Field(part.Field)) is not { } step)
            {
                Hold = false;
                return;
            }
            order = order == 0 ? step : order;
        }
        Hold = order > 0;
    }

    private sealed class KeyPart(LaidColumn laid)
    {
        private readonly bool _isText = laid.Column.Type.Kind == ValueKind.Text;
        private byte[] _text = [];
        private int _length;
        private long _whole;
        private bool _isFirst = true;

        public int Field => laid.Field;

        public static bool IsOrdered(Column column) => column.Type.Kind == ValueKind.Text || column is { Type.Kind: ValueKind.Number, Decimals: 0 };

        /// <summary>How a value stands to the one before, in whose place it comes; null when that cannot be told.</summary>
        public int? Take(ReadOnlySpan<byte> value)
        {
            var isFirst = _isFirst;
            _isFirst = false;
            var step = _isText ? TakeText(value) : TakeWhole(value);
            return isFirst && step is not null ? 1 : step;
        }

        private int? TakeText(ReadOnlySpan<byte> value)
        {
            var step = value.SequenceCompareTo(_text.AsSpan(0, _length));
            if (_text.Length < value.Length)
                _text = new byte[value.Length * 2];
            value.CopyTo(_text);
            _length = value.Length;
            return step;
        }

        private int? TakeWhole(ReadOnlySpan<byte> value)
        {
            if (!Utf8Parser.TryParse(value, out long whole, out var length) || length != value.Length)
                return null;
            var step = whole.CompareTo(_whole);
            _whole = whole;
            return step;
        }
    }
}
