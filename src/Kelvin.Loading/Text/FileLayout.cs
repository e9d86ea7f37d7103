using System.Collections.Immutable;
using Kelvin.Catalog;

namespace Kelvin.Loading.Text;

/// <summary>How a text file is laid out, and where in it a dataset's columns are.</summary>
/// <param name="Separator">The byte between fields.</param>
/// <param name="HasHeader">Whether a record names the columns.</param>
/// <param name="Header">That record as written, for files of rejected rows, with the names of what they have in front.</param>
/// <param name="FieldNames">What the fields are called, as many as a row must have.</param>
/// <param name="Columns">The dataset's stored columns that the file has.</param>
public sealed record FileLayout(
    byte Separator, bool HasHeader, string Header, ImmutableArray<string> FieldNames, ImmutableArray<LaidColumn> Columns)
{
    /// <summary>The byte around fields that hold separators.</summary>
    public byte Quote { get; init; } = (byte)'"';

    /// <summary>Where records are counted rather than lines, the number of the first.</summary>
    public long? FirstNumber { get; init; }

    /// <summary>The line at which the table begins; what stands above is passed over.</summary>
    public long FirstLine { get; init; }

    /// <summary>Whether values were written with types of their own: rows of a sheet, or rejected rows of one.</summary>
    public bool IsTyped { get; init; }

    /// <summary>Fields in front of those of the original file: in a file of rejected rows, the line and the reason.</summary>
    public int Lead { get; init; }

    /// <summary>Whether a record is the one that names the columns.</summary>
    public bool IsHeader(RecordReader record) => HasHeader && record.Line == FirstLine;

    /// <summary>Reads the records of the text.</summary>
    public RecordReader Read(Stream text) => new(text, Separator, Quote, FirstNumber);
}

/// <summary>A column and the field that holds it.</summary>
public sealed record LaidColumn(Column Column, int Field);
