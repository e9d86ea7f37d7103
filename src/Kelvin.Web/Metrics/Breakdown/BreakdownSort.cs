namespace Kelvin.Web.Metrics.Breakdown;

/// <summary>How the parts are ordered. In an address: the column's name, with a minus before it when the greatest comes first.</summary>
public readonly record struct BreakdownSort(BreakdownColumn Column, bool Descending)
{
    /// <summary>The greatest value first.</summary>
    public static BreakdownSort Usual { get; } = new(BreakdownColumn.Value, Descending: true);

    /// <summary>The order by its words; the usual one when they say nothing.</summary>
    public static BreakdownSort Parse(string? text) =>
        Enum.GetValues<BreakdownColumn>().SelectMany(column => new BreakdownSort[] { new(column, true), new(column, false) })
            .Where(sort => sort.ToString() == text)
            .Append(Usual)
            .First();

    /// <summary>The order after another click on a column: the other way around, or a new column in its natural order.</summary>
    public BreakdownSort By(BreakdownColumn column) =>
        column == Column ? this with { Descending = !Descending } : new(column, column != BreakdownColumn.Part);

    public override string ToString() => (Descending ? "-" : "") + Column.ToString().ToLowerInvariant();
}

/// <summary>The columns that parts are ordered by.</summary>
public enum BreakdownColumn
{
    Part, Value, Compared, Change,
}
