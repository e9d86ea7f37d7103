using System.Collections.Immutable;
using Kelvin.Formulas;
using Kelvin.Interchange.Dbt.Definitions;

namespace Kelvin.Interchange.Dbt.Planning;

/// <summary>A dataset to be: what a semantic model becomes, while it is worked out.</summary>
internal sealed class DatasetPlan(SemanticModel model)
{
    private readonly List<ColumnPlan> _columns = [];
    private readonly Dictionary<string, string> _byElement = new(StringComparer.Ordinal);

    public SemanticModel Model { get; } = model;

    public string Name { get; } = DefinitionNames.Fit(model.Name);

    public IReadOnlyList<ColumnPlan> Columns => _columns;

    public List<LinkPlan> Links { get; } = [];

    public ImmutableArray<string> Key { get; set; } = [];

    /// <summary>
    /// The dataset that holds the table's rows as they are, when this one is a query over it: dbt declares keys and does not enforce
    /// them, so rows of one key stay beside each other. Null when the rows are this dataset's own.
    /// </summary>
    public string? RowsIn => KeyRepeats ? Name + "_rows" : null;

    /// <summary>The rows as a query over other datasets, where no model of the project has them; else null.</summary>
    public string? Query { get; init; }

    /// <summary>Whether the declared key is known to come again.</summary>
    public bool KeyRepeats { get; set; }

    /// <summary>The entity that the key is of, or null.</summary>
    public DbtEntity? KeyEntity { get; set; }

    /// <summary>How a balance's series are told apart when its rows are snapshots; null for none.</summary>
    public bool HoldsBalances => Model.Measures.Any(measure => measure.NonAdditive is not null);

    /// <summary>The time axis: the column of the model's default aggregation time.</summary>
    public string? Time => Model.AggregationTime is { } time ? ColumnOf(time)?.Name : null;

    /// <summary>The column that holds an entity or a dimension; null when it could not be translated.</summary>
    public ColumnPlan? ColumnOf(string element) => _byElement.TryGetValue(element, out var name) ? Find(name) : null;

    public ColumnPlan? Find(string column) => _columns.Find(candidate => candidate.Name == column);

    /// <summary>The column that holds a column of the table, in any case; null when none does yet.</summary>
    public ColumnPlan? Storing(string stored) => _columns.Find(column => stored.Equals(column.Stored, StringComparison.OrdinalIgnoreCase));

    public ColumnPlan Add(ColumnPlan column, string? element = null)
    {
        _columns.Add(column);
        if (element is not null)
            _byElement[element] = column.Name;
        return column;
    }

    /// <summary>Says which column holds an entity or a dimension; nothing where none does.</summary>
    public void Hold(string element, ColumnPlan? column)
    {
        if (column is not null)
            _byElement[element] = column.Name;
    }

    /// <summary>Whether rows hold for a time only: both ends of their time, or the start alone.</summary>
    public (ColumnPlan From, ColumnPlan? To)? Validity =>
        Model.Dimensions.FirstOrDefault(dimension => dimension.IsValidFrom) is { } from && ColumnOf(from.Name) is { } start
            ? (start, Model.Dimensions.FirstOrDefault(dimension => dimension.IsValidTo) is { } to ? ColumnOf(to.Name) : null)
            : null;

    /// <summary>The finest period that a time dimension tells apart, or null.</summary>
    public string? GranularityOf(string dimension) => Model.Dimension(dimension)?.Granularity;

    public bool IsTime(ColumnPlan column) => column.Kind is ValueKind.Date or ValueKind.Timestamp;
}
