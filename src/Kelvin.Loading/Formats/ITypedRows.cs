namespace Kelvin.Loading.Formats;

/// <summary>
/// Rows of a format whose values have types of their own: a sheet, JSON, Parquet. They are written as separated text, so that all
/// that reads, surveys, rewrites and rejects text does so with them too; each value exactly, in the way that the format's choices say.
/// </summary>
public interface ITypedRows
{
    /// <summary>The number of the first record that is written: 1 where rows are counted from the sheet's first, 0 where a header that is not in the file comes first.</summary>
    long FirstNumber { get; }

    /// <summary>Begins to read.</summary>
    /// <exception cref="UnusableFileException">The content is broken, or beyond a limit.</exception>
    IRowCursor Open(TableBytes bytes);
}

/// <summary>Reads rows one after the other.</summary>
public interface IRowCursor : IDisposable
{
    /// <summary>Writes the next row; false after the last.</summary>
    bool WriteNext(RecordText target);
}
