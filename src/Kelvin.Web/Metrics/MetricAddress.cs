using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Catalog;
using Kelvin.Compiler;
using Kelvin.Compiler.Planning;
using Kelvin.Web.Metrics.Breakdown;
using Kelvin.Web.Metrics.Rows;
using Kelvin.Web.Metrics.Words;
using Microsoft.AspNetCore.Http.Extensions;

namespace Kelvin.Web.Metrics;

/// <summary>The address of a metric's page: everything that decides what it shows, so that a link shows the same to others.</summary>
public sealed record MetricAddress(string Name)
{
    /// <summary>What stands for the whole of time.</summary>
    public const string AllTime = "all";

    /// <summary>What stands for a year of whole months.</summary>
    public const string LastYear = "last 12 months";

    /// <summary>What stands for a year of whole quarters.</summary>
    public const string LastQuarters = "last 4 quarters";

    /// <summary>The period it is cut into, or null for the usual.</summary>
    public string? Grain { get; init; }

    /// <summary>The time asked about, in words, or null for the usual.</summary>
    public string? Range { get; init; }

    /// <summary>What it is compared with, or null for the usual.</summary>
    public string? Compare { get; init; }

    /// <summary>The dimension it is broken down by, or null for none.</summary>
    public string? By { get; init; }

    /// <summary>A condition on its rows, or null.</summary>
    public string? Where { get; init; }

    /// <summary>How its parts are ordered, or null for the greatest first.</summary>
    public string? Sort { get; init; }

    /// <summary>How many parts are shown, or null for as many as usual.</summary>
    public int? Top { get; init; }

    /// <summary>How its parts are ordered; by what it is compared with only if it is.</summary>
    public BreakdownSort SortOfParts =>
        BreakdownSort.Parse(Sort) is var sort && (Compare != ComparisonChoice.None || sort.Column is BreakdownColumn.Part or BreakdownColumn.Value)
            ? sort
            : BreakdownSort.Usual;

    /// <summary>How many parts are shown.</summary>
    public int PartsShown => Top is { } asked && PartsOffered.Contains(asked) ? asked : PartsOffered[0];

    /// <summary>How many parts can be shown.</summary>
    public static ImmutableArray<int> PartsOffered { get; } = [10, 25, 50];

    /// <summary>The page's address without any choices, for forms that send their own.</summary>
    public string PageHref => $"/metrics/{Uri.EscapeDataString(Name)}";

    /// <summary>The page's address; what is as usual is left out.</summary>
    public string Href => PageHref + Query(Parts);

    /// <summary>The address of its values as a file.</summary>
    public string CsvHref => $"{PageHref}/values.csv{Query(Parts)}";

    /// <summary>
    /// The address of the rows behind a value: those of a period or, without one, of the time asked about; all of them
    /// or those of one part. Null for periods within a day, which a range cannot name.
    /// </summary>
    public string? RowsHref(Metric metric, Period? period, (string Dimension, string? Part)? part)
    {
        if (period is { Grain.IsWithinDay: true })
            return null;
        var range = period is { } within ? FormattableString.Invariant($"{within.FirstDay:yyyy-MM-dd}..{within.LastDay:yyyy-MM-dd}") : RangeFor(metric);
        return new RowsAddress(Name) { Range = range, Where = Where, Dimension = part?.Dimension, Part = part?.Part }.Href;
    }

    /// <summary>The choices that the address holds.</summary>
    public IEnumerable<(string Name, string Value)> Parts =>
        new[] { ("grain", Grain), ("range", Range), ("compare", Compare), ("by", By), ("where", Where), ("sort", Sort), ("top", Top is { } top ? FormattableString.Invariant($"{top}") : null) }
            .Where(part => !string.IsNullOrWhiteSpace(part.Item2))
            .Select(part => (part.Item1, part.Item2!));

    /// <summary>The history that the page asks for.</summary>
    public MetricQuery History(Metric metric) => Question(metric) with { Grain = GrainFor(metric), Fill = true };

    /// <summary>The breakdown that the page asks for: the same time and filter, by the dimension; one part more than is shown, to know whether there are more.</summary>
    public MetricQuery Breakdown(Metric metric, string dimension) =>
        Question(metric) with { By = [dimension], Order = [SortKeyOf(metric, dimension)], Limit = PartsShown + 1 };

    /// <summary>The metric undivided, over the time of the breakdown.</summary>
    public MetricQuery Whole(Metric metric) => Question(metric);

    /// <summary>The grain it is cut into: months show a year's course, unless the metric is looked at in longer periods.</summary>
    public Grain GrainFor(Metric metric) =>
        Grain is not null ? Calendars.Grain.Named(Grain) : IsLong(metric.Grain) ? metric.Grain : Calendars.Grain.Month;

    /// <summary>The time asked about: a year of whole periods, so that each has one a year before; of years, all there are.</summary>
    public string RangeFor(Metric metric) =>
        Range ?? (GrainFor(metric) is var grain && !IsLong(grain) ? LastYear : grain == Calendars.Grain.Quarter ? LastQuarters : AllTime);

    /// <summary>The comparison by its words, or null for none.</summary>
    public string? CompareFor(Metric metric) => Compare switch
    {
        null => ComparisonChoice.UsualFor(GrainFor(metric)).ToString(),
        ComparisonChoice.None => null,
        _ => Compare,
    };

    private SortKey SortKeyOf(Metric metric, string dimension)
    {
        var (column, descending) = SortOfParts;
        return new(
            column switch
            {
                BreakdownColumn.Part => dimension,
                BreakdownColumn.Compared => Planner.ComparedColumn(metric.Name),
                BreakdownColumn.Change => Planner.ChangeColumn(metric.Name),
                _ => metric.Name,
            },
            descending);
    }

    private MetricQuery Question(Metric metric) => new()
    {
        Metrics = [metric.Name],
        Range = RangeFor(metric),
        Where = Where,
        Compare = CompareFor(metric),
    };

    private static bool IsLong(Grain grain) => grain == Calendars.Grain.Quarter || grain == Calendars.Grain.Year;

    private static QueryBuilder Query(IEnumerable<(string Name, string Value)> parts) =>
        new(parts.Select(part => KeyValuePair.Create(part.Name, part.Value)));
}
