using System.Collections.Immutable;
using Kelvin.Formulas;
using Kelvin.Loading.Proposing;
using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Data.Import.Review;

/// <summary>Rows of a file as written, with the cells marked that cannot be read.</summary>
public sealed partial class PreviewTable
{
    private const int Longest = 60;

    [Parameter, EditorRequired]
    public ImmutableArray<ColumnProposal> Columns { get; set; } = [];

    [Parameter, EditorRequired]
    public ImmutableArray<PreviewRow> Rows { get; set; } = [];

    /// <summary>Whether each row says what is wrong with it.</summary>
    [Parameter]
    public bool WithReasons { get; set; }

    private static bool IsNumber(ColumnProposal column) => column.Kind == ValueKind.Number;

    private static string CellOf(PreviewRow row, ColumnProposal column) =>
        column.Field >= row.Cells.Length ? "" : row.Cells[column.Field] is var text && text.Length <= Longest ? text : text[..Longest] + "…";

    private string Reasons(PreviewRow row) => string.Join(" · ", row.Issues.Select(issue => issue.Message(Reader.Tongue)));

    private string? ProblemWith(PreviewRow row, ColumnProposal column) =>
        row.Issues.FirstOrDefault(issue => issue.Arguments.GetValueOrDefault("column") is string name && name == column.Name)?.Message(Reader.Tongue);
}
