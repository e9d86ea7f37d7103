using System.ComponentModel;
using Kelvin.Formulas;
using Kelvin.Language;
using Kelvin.Queries.Answers;

namespace Kelvin.Server.Asking;

/// <summary>What a column of an answer is.</summary>
internal sealed record ColumnBody(
    string Name,
    [property: Description("Its part in the answer.")] AnswerRole Role,
    [property: Description("What its values are.")] ValueKind Kind,
    [property: Description("The unit of a number, such as SEK or share; a share of 0.125 means 12.5 %.")] string? Unit,
    [property: Description("What people call it, in the language of Accept-Language.")] string Label,
    [property: Description("The metric it belongs to.")] string? Metric)
{
    public static ColumnBody Of(AnswerColumn column, Tongue tongue) => new(
        column.Name, column.Role, column.Type.Kind, column.Type.Kind == ValueKind.Number ? column.Type.Unit.ToString() : null,
        column.Label.In(tongue), column.Metric);
}
