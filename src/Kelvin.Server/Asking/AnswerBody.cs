using System.Collections.Immutable;
using System.ComponentModel;
using Kelvin.Calendars;
using Kelvin.Catalog;
using Kelvin.Language;
using Kelvin.Queries.Answers;

namespace Kelvin.Server.Asking;

/// <summary>An answer, as the API gives it.</summary>
internal sealed record AnswerBody(
    [property: Description("What each column is.")] ImmutableArray<ColumnBody> Columns,
    [property: Description("One object per group and period: column name to value. A missing value is null.")] ImmutableArray<Dictionary<string, object?>> Rows,
    [property: Description("The stretch of time that was answered.")] StretchBody Range,
    [property: Description("The stretch compared with.")] StretchBody? ComparedRange,
    [property: Description("Periods that end after this moment are not finished.")] DateTimeOffset UnfinishedFrom,
    [property: Description("Whether the datasets that it was read from can be relied on.")] ImmutableArray<TrustBody> Trust,
    [property: Description("How the answer came about.")] ExplanationBody Explanation)
{
    public static AnswerBody Of(MetricAnswer answer, MetricCatalog catalog, Tongue tongue) => new(
        [.. answer.Columns.Select(column => ColumnBody.Of(column, tongue))],
        [.. Enumerable.Range(0, answer.Frame.Count).Select(row => Row(answer, row))],
        StretchBody.Of(answer.Range),
        answer.ComparedRange is { } compared ? StretchBody.Of(compared) : null,
        answer.UnfinishedFrom,
        [.. answer.Trust.Select(trust => TrustBody.Of(trust, catalog, tongue))],
        ExplanationBody.Of(answer.Explanation, tongue));

    private static Dictionary<string, object?> Row(MetricAnswer answer, int row) =>
        answer.Frame.Columns.ToDictionary(column => column.Name, column => Cell(column[row], answer.UnfinishedFrom), StringComparer.Ordinal);

    private static object? Cell(object? value, DateTimeOffset unfinishedFrom) => value switch
    {
        Period period => new PeriodBody(period.Start, period.End, period.IsFinishedAt(unfinishedFrom)),
        DateTime moment => DateTime.SpecifyKind(moment, DateTimeKind.Utc),
        _ => value,
    };
}
