using System.Collections.Immutable;
using Kelvin.Language;

namespace Kelvin.Catalog.Forms;

/// <summary>What the numbers of a form are given by besides the period, such as the department.</summary>
/// <param name="Column">The column of the dataset that holds it.</param>
/// <param name="Label">What people call it.</param>
public sealed record FormSegment(string Column, LocalText Label)
{
    /// <summary>Its values in the order of the form; empty where a dataset lists them.</summary>
    public ImmutableArray<FormChoice> Values { get; init; } = [];

    /// <summary>The dataset whose keys are its values, or null.</summary>
    public string? From { get; init; }

    /// <summary>The column there with what people call each; null for the key itself.</summary>
    public string? LabelColumn { get; init; }
}

/// <summary>A value of a segment.</summary>
/// <param name="Value">As it stands in the rows.</param>
/// <param name="Label">What people call it.</param>
public sealed record FormChoice(string Value, LocalText Label);
