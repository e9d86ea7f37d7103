using Kelvin.Formulas;
using Kelvin.Formulas.Syntax;

namespace Kelvin.Catalog.Checking;

/// <summary>Names that are defined but cannot be used, so that what depends on them is not called wrong itself.</summary>
internal sealed class FaultyNames
{
    private readonly Dictionary<string, string> _columns = new(StringComparer.Ordinal);

    public HashSet<string> Datasets { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Metrics { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Connections { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Forms { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Calendars { get; } = new(StringComparer.Ordinal);

    public void Add(ColumnReference column) => _columns.TryAdd(column.Column, $"{column.Dataset}.{column.Column}");

    /// <summary>A link column whose other end is faulty: nothing beyond it can be reached.</summary>
    public void AddLink(ColumnReference link, string target) => _columns.TryAdd(link.Column, target);

    /// <summary>The faulty thing that a formula in trouble speaks of, or null when its trouble is its own.</summary>
    public string? CauseIn(IEnumerable<Formula.Name> names)
    {
        foreach (var name in names)
            if (Datasets.Contains(name.Parts[0]))
                return name.Parts[0];
            else if (name.Parts.Length == 1 && Metrics.Contains(name.Parts[0]))
                return name.Parts[0];
            else if (name.Parts.Select(part => _columns.GetValueOrDefault(part)).FirstOrDefault(found => found is not null) is { } column)
                return column;
        return null;
    }
}
