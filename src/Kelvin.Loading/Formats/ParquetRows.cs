using System.Collections.Immutable;
using Kelvin.Language;
using Parquet;
using Parquet.Schema;

namespace Kelvin.Loading.Formats;

/// <summary>The rows of a Parquet file under a header of its columns, a group of rows at a time; lists are passed over.</summary>
internal sealed record ParquetRows : ITypedRows
{
    /// <summary>Bytes of values in a group of rows that are held in memory at once.</summary>
    private const long LargestGroup = 1L << 31;

    public long FirstNumber => 0;

    /// <summary>Whether a file begins as Parquet does.</summary>
    public static bool Begins(ReadOnlySpan<byte> head) => head.StartsWith("PAR1"u8);

    /// <summary>The rows of a file, when it is sound.</summary>
    public static Checked<ITypedRows> Find(TableBytes bytes, FileLimits limits)
    {
        try
        {
            using var cursor = new Cursor(bytes);
            return cursor.Columns.Length > limits.Columns
                ? Checked<ITypedRows>.Faulty(Issue.At(null, "import.too-many-columns", ("file", bytes.Name), ("count", cursor.Columns.Length), ("limit", limits.Columns)))
                : cursor.LargestGroup > LargestGroup
                ? Checked<ITypedRows>.Faulty(Issue.At(null, "import.parquet-group-too-large", ("file", bytes.Name), ("size", FileSize.Of(cursor.LargestGroup)), ("limit", FileSize.Of(LargestGroup))))
                : Checked<ITypedRows>.Sound(new ParquetRows());
        }
        catch (UnusableFileException unusable)
        {
            return Checked<ITypedRows>.Faulty(unusable.Issue);
        }
    }

    public IRowCursor Open(TableBytes bytes) => new Cursor(bytes);

    // The library reads in tasks; a stream of records is read where it is needed, on a thread of the load's own.
    private sealed class Cursor : IRowCursor
    {
        private readonly string _name;
        private readonly Stream _stream;
        private readonly ParquetReader _reader;
        private ImmutableArray<ParquetValues> _values = [];
        private bool _isHeaderWritten;
        private long _row, _rows;
        private int _group;

        public Cursor(TableBytes bytes)
        {
            _name = bytes.Name;
            _stream = bytes.OpenSeekable();
            try
            {
                _reader = ParquetReader.CreateAsync(_stream).GetAwaiter().GetResult();
                Columns = [.. _reader.Schema.GetDataFields().Where(field => field.MaxRepetitionLevel == 0)];
            }
            catch (Exception broken) when (broken is not OutOfMemoryException)
            {
                _stream.Dispose();
                throw UnusableFileException.With("import.broken-parquet", ("file", _name));
            }
        }

        public ImmutableArray<DataField> Columns { get; }

        public long LargestGroup => _reader.RowGroups.Select(group => group.RowGroup.TotalByteSize).DefaultIfEmpty().Max();

        public bool WriteNext(RecordText target)
        {
            if (!_isHeaderWritten)
            {
                _isHeaderWritten = true;
                foreach (var field in Columns)
                    target.Text(string.Join('.', field.Path.ToList()));
                target.End();
                return true;
            }
            while (_row == _rows)
                if (!TryNextGroup())
                    return false;
            foreach (var values in _values)
                values.Write((int)_row, target);
            _row++;
            target.End();
            return true;
        }

        public void Dispose()
        {
            _reader.DisposeAsync().AsTask().GetAwaiter().GetResult();
            _stream.Dispose();
        }

        private bool TryNextGroup()
        {
            if (_group == _reader.RowGroupCount)
                return false;
            try
            {
                using var group = _reader.OpenRowGroupReader(_group++);
                (_row, _rows) = (0, group.RowCount);
                _values = [.. Columns.Select(field => ParquetValues.Read(group, field))];
                return true;
            }
            catch (Exception broken) when (broken is not OutOfMemoryException and not UnusableFileException)
            {
                throw UnusableFileException.With("import.broken-parquet", ("file", _name));
            }
        }
    }
}
