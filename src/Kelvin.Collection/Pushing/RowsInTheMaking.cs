using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Compiler.Frames;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Collection.Pushing;

/// <summary>Rows of a dataset while they are read one by one; one that cannot be read is refused by itself.</summary>
internal sealed class RowsInTheMaking
{
    private const int MostSigns = 60;

    private readonly ImmutableArray<Column> _columns;
    private readonly ColumnInTheMaking[] _values;
    private readonly Dictionary<string, int> _places;
    private readonly List<int> _kept = [];
    private readonly List<RefusedRow> _refused = [];

    public RowsInTheMaking(Dataset dataset)
    {
        _columns = [.. dataset.Columns.Where(column => column.IsStored)];
        _values = [.. _columns.Select(ColumnInTheMaking.For)];
        _places = _columns.Select((column, place) => (column.Name, place)).ToDictionary(one => one.Name, one => one.place, StringComparer.Ordinal);
    }

    /// <summary>How many rows have ended.</summary>
    public int Count { get; private set; }

    /// <summary>The place of a column; null when the dataset has none of that name.</summary>
    public int? PlaceOf(string name) => _places.TryGetValue(name, out var place) ? place : null;

    /// <summary>The column at a place.</summary>
    public Column this[int place] => _columns[place];

    /// <summary>Sets a value of the row that is being read.</summary>
    public void Set(int place, object? value) => _values[place].Set(value);

    /// <summary>Ends a row: it is kept, or refused for a reason.</summary>
    public void EndRow(Issue? fault)
    {
        foreach (var values in _values)
            values.EndRow(fault is null);
        if (fault is null)
            _kept.Add(Count);
        else
            _refused.Add(new RefusedRow(Count, fault));
        Count++;
    }

    /// <summary>What is wrong with a name that is no column's; of one that is a whole text, only how it begins.</summary>
    public Issue Unknown(string name)
    {
        var written = name[..Math.Min(name.Length, MostSigns)];
        return Issue.At(null, "push.unknown-column", ("column", written), ("nearest", NearestName.Of(written, _places.Keys)), ("columns", string.Join(", ", _places.Keys)));
    }

    /// <summary>All of them.</summary>
    public ReadRows Build() => new(new Frame([.. _values.Select(values => values.Build())], _kept.Count), [.. _kept], [.. _refused]);
}
