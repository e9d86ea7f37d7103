using System.Collections.Immutable;

namespace Kelvin.Compiler.Binding;

/// <summary>Which rows of its dataset a measure goes over in a period, and at what time. Compared by value.</summary>
public abstract record RowSource
{
    private RowSource()
    {
    }

    /// <summary>Whether the values of a period follow from those of its pieces where the parts allow it.</summary>
    public virtual bool IsMergeable => false;

    /// <summary>
    /// Whether which rows there are depends on the others, so that the measure's condition must hold before they are chosen
    /// and measures under different conditions go over different rows.
    /// </summary>
    public virtual bool ChoosesRows => false;

    /// <summary>Each row once, in the period in which its time lies.</summary>
    public sealed record All : RowSource
    {
        /// <inheritdoc />
        public override bool IsMergeable => true;

        /// <inheritdoc />
        public override string ToString() => "all rows";
    }

    /// <summary>The rows at the first or last moment that the period has.</summary>
    /// <param name="IsLast">Whether the last is meant.</param>
    /// <param name="Series">Columns whose values together have a first or last moment of their own; empty for one moment of all rows.</param>
    public sealed record Edge(bool IsLast, ImmutableArray<string> Series) : RowSource
    {
        /// <inheritdoc />
        public override bool ChoosesRows => true;

        /// <inheritdoc />
        public bool Equals(Edge? other) => other is not null && IsLast == other.IsLast && Series.SequenceEqual(other.Series);

        /// <inheritdoc />
        public override int GetHashCode() => Series.Aggregate(IsLast.GetHashCode(), HashCode.Combine);

        /// <inheritdoc />
        public override string ToString() =>
            $"the {(IsLast ? "last" : "first")} rows{(Series.IsEmpty ? "" : $" per {string.Join(", ", Series)}")}";
    }

    /// <summary>The rows that are there, from the measure's time axis to another, at the period's end or start.</summary>
    /// <param name="To">The end of a row; where it is missing the row is still there.</param>
    /// <param name="AtEnd">Whether the period's last moment is meant, and not its first.</param>
    public sealed record Standing(TimeAxis To, bool AtEnd) : RowSource
    {
        /// <inheritdoc />
        public override string ToString() => $"the rows there at the {(AtEnd ? "end" : "start")}, until {To}";
    }
}
