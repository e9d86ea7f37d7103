using System.Collections.Immutable;

namespace Kelvin.Web.Elements;

/// <summary>A table as it is shown: everything already in words.</summary>
public sealed record TableView(ImmutableArray<TableColumn> Columns, ImmutableArray<ImmutableArray<TableCell>> Rows);

/// <summary>A column of a shown table.</summary>
/// <param name="Label">Its heading.</param>
/// <param name="IsNumber">Whether its cells are numbers, set to the right.</param>
public sealed record TableColumn(string Label, bool IsNumber = false);

/// <summary>A cell of a shown table.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Href">Where it leads, or null.</param>
/// <param name="IsMissing">Whether the text stands for a missing value.</param>
/// <param name="Tone">What it means, where it is a status; else null.</param>
public sealed record TableCell(string Text, string? Href = null, bool IsMissing = false, Tone? Tone = null);
