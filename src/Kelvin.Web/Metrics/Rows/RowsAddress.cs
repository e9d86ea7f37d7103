using System.Collections.Immutable;
using System.Globalization;
using Kelvin.Queries.Drilling;
using Microsoft.AspNetCore.Http.Extensions;

namespace Kelvin.Web.Metrics.Rows;

/// <summary>The address of the rows behind a value.</summary>
public sealed record RowsAddress(string Name)
{
    /// <summary>How many rows a page shows.</summary>
    public const int PageSize = 100;

    /// <summary>The time of the value, in the words of a question's range.</summary>
    public string? Range { get; init; }

    /// <summary>The condition of the question, or null.</summary>
    public string? Where { get; init; }

    /// <summary>The dimension that the value is a part of, or null.</summary>
    public string? Dimension { get; init; }

    /// <summary>Which part; null where the dimension is missing.</summary>
    public string? Part { get; init; }

    /// <summary>Which of the metric's measures, from 0.</summary>
    public int Measure { get; init; }

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>The page's address.</summary>
    public string Href => Under("/rows", withPage: true);

    /// <summary>The address of all the rows as a file.</summary>
    public string CsvHref => Under("/rows.csv", withPage: false);

    /// <summary>The question behind the page.</summary>
    public DrillQuery Query => new(Name)
    {
        Range = Range ?? MetricAddress.AllTime,
        Where = Where,
        Cell = Dimension is null ? ImmutableSortedDictionary<string, string?>.Empty
            : ImmutableSortedDictionary.Create<string, string?>(StringComparer.Ordinal).Add(Dimension, Part),
        Measure = Measure,
        Skip = (int)Math.Min((Page - 1L) * PageSize, int.MaxValue),
        Take = PageSize,
    };

    /// <summary>A part's value as an address holds it; null where it is missing.</summary>
    public static string? TextOf(object? part) => part switch
    {
        null => null,
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => part.ToString(),
    };

    private string Under(string path, bool withPage)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in new[] { ("range", Range), ("where", Where), ("by", Dimension), ("part", Part) })
            if (value is not null)
                query.Add(name, value);
        if (Measure > 0)
            query.Add("measure", Measure.ToString(CultureInfo.InvariantCulture));
        if (withPage && Page > 1)
            query.Add("page", Page.ToString(CultureInfo.InvariantCulture));
        return $"/metrics/{Uri.EscapeDataString(Name)}{path}{query}";
    }
}
