using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Formulas;

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

    /// <summary>Whether periods are looked at one by one, even where they are those of a grain.</summary>
    public bool IsByWindow => this is Standing or Returning;

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

    /// <summary>
    /// The measure's rows, each as often as rows of another dataset have it as the latest one at or before them. A condition
    /// of the question holds for rows after they are matched, so that it picks among what a dimension shows.
    /// </summary>
    /// <param name="Events">Both kinds of rows, and what matches them.</param>
    public sealed record Converted(MetricExpression.Conversion Events) : RowSource
    {
        /// <inheritdoc />
        public override bool IsMergeable => true;

        /// <inheritdoc />
        public override string ToString() => $"the latest before each of {Events.To.Dataset}: {ExpressionPrinter.Print(Events)}";
    }

    /// <summary>The different values in a stretch of time before the period, and which of them appear in the period too.</summary>
    /// <param name="Value">The value of a row.</param>
    /// <param name="Before">The length of the stretch, which ends where the period starts.</param>
    public sealed record Returning(RowExpression Value, CalendarSpan Before) : RowSource
    {
        /// <inheritdoc />
        public override bool ChoosesRows => true;

        /// <inheritdoc />
        public override string ToString() => $"values of {Before} before that return";
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
