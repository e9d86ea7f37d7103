using System.Collections.Immutable;
using Kelvin.Quantities;

namespace Kelvin.Formulas;

/// <summary>
/// The names a formula may use. The catalog implements it; the checker asks it and knows nothing of files.
/// </summary>
public interface IFormulaScope
{
    /// <summary>The dataset of this name, or null.</summary>
    DatasetSymbol? Dataset(string name);

    /// <summary>The metric of this name, or null. A metric whose own formula is faulty has a null unit.</summary>
    MetricSymbol? Metric(string name);

    /// <summary>Names of all datasets, for suggestions.</summary>
    IEnumerable<string> DatasetNames { get; }

    /// <summary>Names of all metrics, for suggestions.</summary>
    IEnumerable<string> MetricNames { get; }

    /// <summary>Kinds of period that the workspace's calendars add to the standard ones, such as <c>sprint</c>.</summary>
    IEnumerable<string> CalendarGrains => [];
}

/// <summary>A dataset as a formula sees it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Item">The unit of counting its rows: an item named after the dataset.</param>
/// <param name="Columns">Its own columns, computed ones included.</param>
public sealed record DatasetSymbol(string Name, Unit Item, ImmutableArray<ColumnSymbol> Columns)
{
    /// <summary>The columns whose values together name one row; empty when rows have no key.</summary>
    public ImmutableArray<string> Key { get; init; } = [];

    /// <summary>Links with names of their own, beside the link columns.</summary>
    public ImmutableArray<LinkSymbol> Links { get; init; } = [];

    /// <summary>The stored column that places a row in time, by which dated links find the row that held then; or null.</summary>
    public string? StoredTime { get; init; }

    /// <summary>Whether rows hold for a time only, so that a key may have several: links to it are dated.</summary>
    public bool IsDated { get; init; }

    /// <summary>Every link of a row, link columns included.</summary>
    public IEnumerable<LinkSymbol> AllLinks =>
        Columns.Where(column => column.LinksTo is not null).Select(column => new LinkSymbol(column.Name, column.LinksTo!, [column.Name])).Concat(Links);

    /// <summary>The link of this name, or null.</summary>
    public LinkSymbol? Link(string name) => AllLinks.FirstOrDefault(link => link.Name == name);

    /// <summary>The date or instant column that places its rows in time, or null.</summary>
    public string? Time { get; init; }

    /// <summary>How its rows hold a stock; null when they do not.</summary>
    public BalanceForm? Balance { get; init; }

    /// <summary>That its rows are exchange rates; null when they are not.</summary>
    public ExchangeRates? Rates { get; init; }

    /// <summary>The column of this name, or null.</summary>
    public ColumnSymbol? Find(string column) => Columns.FirstOrDefault(candidate => candidate.Name == column);
}

/// <summary>A column as a formula sees it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="LinksTo">The dataset that this column leads to, at most one row there; or null.</param>
public sealed record ColumnSymbol(string Name, DataType Type, string? LinksTo = null);

/// <summary>A metric as another formula sees it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Unit">The unit of its values, or null while its own formula is faulty.</param>
public sealed record MetricSymbol(string Name, Unit? Unit)
{
    /// <summary>The datasets whose rows it is worked out from, over metrics that it refers to, too; sorted.</summary>
    public ImmutableArray<string> Datasets { get; init; } = [];

    /// <summary>Whether it has a meaning in periods only, in itself or in a metric that it refers to: prior, a balance, what follows an event.</summary>
    public bool NeedsPeriods { get; init; }

    /// <summary>The symbol of a metric whose references the scope knows.</summary>
    public static MetricSymbol Of(string name, MetricExpression expression, Unit unit, IFormulaScope scope) =>
        new(name, unit) { Datasets = MetricRows.Of(expression, scope), NeedsPeriods = MetricRows.NeedPeriods(expression, scope) };
}
