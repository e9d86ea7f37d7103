using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Elements;

/// <summary>Rows of values. It scrolls inside its own box, also from the keyboard.</summary>
public sealed partial class DataTable
{
    [Parameter, EditorRequired]
    public TableView Table { get; set; } = new([], []);

    /// <summary>What the table holds, for those who cannot see where it stands.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>Whether the first cell names the row.</summary>
    [Parameter]
    public bool HasRowHeads { get; set; }

    private string? ClassOf(int column, TableCell cell) => (Table.Columns[column].IsNumber, cell.IsMissing) switch
    {
        (true, true) => "number missing",
        (true, false) => "number",
        (false, true) => "missing",
        _ => null,
    };

    private static RenderFragment Content(TableCell cell) => builder =>
    {
        if (cell.Tone is { } tone)
        {
            builder.OpenComponent<Badge>(0);
            builder.AddComponentParameter(1, nameof(Badge.Text), cell.Text);
            builder.AddComponentParameter(2, nameof(Badge.Tone), tone);
            builder.CloseComponent();
            return;
        }
        if (cell.Href is null)
        {
            builder.AddContent(0, cell.Text);
            return;
        }
        builder.OpenElement(1, "a");
        builder.AddAttribute(2, "href", cell.Href);
        builder.AddContent(3, cell.Text);
        builder.CloseElement();
    };
}
