using Kelvin.Catalog;

namespace Kelvin.Engines.Sessions;

/// <summary>A dataset's stored columns in the words of statements.</summary>
internal sealed class DatasetColumns(IEngine engine, Dataset dataset)
{
    /// <summary>The columns.</summary>
    public IReadOnlyList<Column> Stored { get; } = [.. dataset.Columns.Where(column => column.IsStored)];

    /// <summary>Whether rows have a key.</summary>
    public bool HasKey => !dataset.RowKey.IsEmpty;

    /// <summary>Their names, in a list.</summary>
    public string List => string.Join(", ", Stored.Select(Quote));

    /// <summary>The names of the key's columns, in a list.</summary>
    public string Keys => string.Join(", ", dataset.RowKey.Select(engine.Dialect.Quote));

    /// <summary>The columns with their types.</summary>
    public IEnumerable<string> Definitions => Stored.Select(column => $"{Quote(column)} {engine.DefinitionOf(column)}");

    /// <summary>The time axis as a moment, or null without a stored one.</summary>
    public string? Moment(string alias) =>
        dataset.Time is { } time && dataset.Find(time) is { IsStored: true } ? $"CAST({alias}.{engine.Dialect.Quote(time)} AS timestamp)" : null;

    /// <summary>Their names under an alias, in a list.</summary>
    public string Of(string alias) => string.Join(", ", Stored.Select(column => $"{alias}.{Quote(column)}"));

    /// <summary>Holds where two aliases have the same key.</summary>
    public string SameKey(string one, string other) =>
        string.Join(" AND ", dataset.RowKey.Select(key => $"{one}.{engine.Dialect.Quote(key)} = {other}.{engine.Dialect.Quote(key)}"));

    /// <summary>Holds where two aliases of the same key have the same values.</summary>
    public string SameValues(string one, string other)
    {
        var others = Stored.Where(column => !dataset.RowKey.Contains(column.Name))
            .Select(column => $"{one}.{Quote(column)} IS NOT DISTINCT FROM {other}.{Quote(column)}").ToList();
        return others.Count == 0 ? "true" : $"({string.Join(" AND ", others)})";
    }

    private string Quote(Column column) => engine.Dialect.Quote(column.Name);
}
