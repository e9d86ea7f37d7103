using System.Collections.Immutable;
using System.ComponentModel;
using Kelvin.Catalog;
using Kelvin.Catalog.Forms;
using Kelvin.Language;

namespace Kelvin.Server.Entries;

/// <summary>A form, as the API tells it.</summary>
internal sealed record FormBody(
    [property: Description("Its name.")] string Name,
    string Label,
    string? Description,
    string? Department,
    [property: Description("The dataset in which its rows are kept.")] string Dataset,
    [property: Description("The dataset whose values it overrides.")] string? Overrides,
    [property: Description("The periods for which numbers are given.")] string Grain,
    [property: Description("The columns that tell rows of a period apart.")] ImmutableArray<string> Key,
    ImmutableArray<FormColumnBody> Columns,
    [property: Description("Who may approve; none when what is submitted counts at once.")] ImmutableArray<string> Approvers)
{
    public static FormBody Of(Form form, MetricCatalog catalog, Tongue tongue) => new(
        form.Name, form.Label.In(tongue), form.Description?.In(tongue), form.Department, form.Dataset, form.Overrides, form.Grain.Name,
        form.Overrides is { } overridden ? catalog.Datasets[overridden].Key : [.. form.Segments.Select(segment => segment.Column)],
        [.. form.Columns.Select(column => FormColumnBody.Of(column, tongue))], form.Approvers);
}

/// <summary>A value that a form asks for.</summary>
internal sealed record FormColumnBody(
    string Name, string Label, [property: Description("number, text, boolean or date.")] string Kind, string? Unit,
    [property: Description("Whether it has to be there before the form is submitted.")] bool Required,
    decimal? AtLeast, decimal? AtMost,
    [property: Description("The greatest change against the period before that needs no note, as a share.")] decimal? Change)
{
    public static FormColumnBody Of(FormColumn column, Tongue tongue) => new(
        column.Column.Name, column.Column.Label?.In(tongue) ?? column.Column.Name, column.Column.Type.Kind.ToString().ToLowerInvariant(),
        column.Column.Type.Unit.ToString() is { Length: > 0 } unit ? unit : null, column.IsRequired, column.AtLeast, column.AtMost, column.Change);
}

/// <summary>Forms.</summary>
internal sealed record FormListBody(ImmutableArray<FormBody> Forms);
