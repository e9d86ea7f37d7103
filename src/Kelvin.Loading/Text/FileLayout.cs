using System.Collections.Immutable;
using Kelvin.Catalog;

namespace Kelvin.Loading.Text;

/// <summary>How a text file is laid out, and where in it a dataset's columns are.</summary>
/// <param name="Separator">The byte between fields.</param>
/// <param name="HasHeader">Whether the first record names the columns.</param>
/// <param name="Header">The first record as written, for files of rejected rows.</param>
/// <param name="FieldNames">What the fields are called, as many as a row must have.</param>
/// <param name="Columns">The dataset's stored columns that the file has.</param>
public sealed record FileLayout(
    byte Separator, bool HasHeader, string Header, ImmutableArray<string> FieldNames, ImmutableArray<LaidColumn> Columns);

/// <summary>A column and the field that holds it.</summary>
public sealed record LaidColumn(Column Column, int Field);
