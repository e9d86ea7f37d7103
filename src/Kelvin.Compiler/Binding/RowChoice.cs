using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Formulas;

namespace Kelvin.Compiler.Binding;

/// <summary>Which rows of its dataset a measure goes over in a period, and at what time. Compared by value.</summary>
public abstract record RowChoice
{
    private RowChoice()
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
    public bool IsByWindow => this is Standing or Held or Retained;

    /// <summary>Whether what adds up is added over the local days of a period, so that the mean is still to be taken.</summary>
    public bool IsPerDay => this is Standing { At: BalanceKind.Average } or Held { At: BalanceKind.Average };

    /// <summary>Each row once, in the period in which its time lies.</summary>
    public sealed record All : RowChoice
    {
        /// <inheritdoc />
        public override bool IsMergeable => true;

        /// <inheritdoc />
        public override string ToString() => "all rows";
    }

    /// <summary>The rows at the first or last moment that the period has.</summary>
    /// <param name="IsLast">Whether the last is meant.</param>
    /// <param name="Series">Columns whose values together have a first or last moment of their own; empty for one moment of all rows.</param>
    public sealed record Edge(bool IsLast, ImmutableArray<string> Series) : RowChoice
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
    /// of the question, or of a filtered metric, holds for rows after they are matched, so that it picks among what a dimension
    /// shows. Rows that the asker may not see are not matched at all.
    /// </summary>
    /// <param name="Events">Both kinds of rows, and what matches them.</param>
    public sealed record Converted(MetricExpression.Conversion Events) : RowChoice
    {
        /// <inheritdoc />
        public override bool IsMergeable => true;

        /// <inheritdoc />
        public override string ToString() => $"the latest before each of {Events.To.Dataset}: {ExpressionPrinter.Print(Events)}";
    }

    /// <summary>The different values in a stretch of time before the period, and which of them appear in the period too.</summary>
    /// <param name="Value">The value of a row.</param>
    /// <param name="Before">The length of the stretch, which ends where the period starts.</param>
    public sealed record Retained(RowExpression Value, CalendarSpan Before) : RowChoice
    {
        /// <inheritdoc />
        public override bool ChoosesRows => true;

        /// <inheritdoc />
        public override string ToString() => $"values of {Before} before that return";
    }

    /// <summary>The rows that are there, from the measure's time axis to another.</summary>
    /// <param name="To">The end of a row; where it is missing the row is still there.</param>
    /// <param name="At">At which moment of the period; for the mean, each row as often as it is there at the end of one of its days.</param>
    public sealed record Standing(TimeAxis To, BalanceKind At) : RowChoice
    {
        /// <inheritdoc />
        public override string ToString() => $"the rows there at {Of(At)}, until {To}";
    }

    /// <summary>The rows of the latest moment, which hold until the next one.</summary>
    /// <param name="At">At which moment of the period; for the mean, the rows of the end of each of its days.</param>
    /// <param name="Series">Columns whose values together have a latest moment of their own; empty for one moment of all rows.</param>
    /// <param name="Carry">How long they hold at most.</param>
    public sealed record Held(BalanceKind At, ImmutableArray<string> Series, CalendarSpan Carry) : RowChoice
    {
        /// <inheritdoc />
        public override bool ChoosesRows => true;

        /// <inheritdoc />
        public bool Equals(Held? other) => other is not null && At == other.At && Carry == other.Carry && Series.SequenceEqual(other.Series);

        /// <inheritdoc />
        public override int GetHashCode() => Series.Aggregate(HashCode.Combine(At, Carry), HashCode.Combine);

        /// <inheritdoc />
        public override string ToString() =>
            $"the latest rows{(Series.IsEmpty ? "" : $" per {string.Join(", ", Series)}")}, held for {Carry}, at {Of(At)}";
    }

    /// <summary>The rows of every moment of the period, each weighing one divided by the number of moments.</summary>
    /// <param name="Series">Columns whose values together have moments of their own; empty where all rows share them.</param>
    public sealed record Moments(ImmutableArray<string> Series) : RowChoice
    {
        /// <inheritdoc />
        public override bool ChoosesRows => true;

        /// <inheritdoc />
        public bool Equals(Moments? other) => other is not null && Series.SequenceEqual(other.Series);

        /// <inheritdoc />
        public override int GetHashCode() => Series.Aggregate(Series.Length, HashCode.Combine);

        /// <inheritdoc />
        public override string ToString() => $"the mean over moments{(Series.IsEmpty ? "" : $" per {string.Join(", ", Series)}")}";
    }

    private static string Of(BalanceKind at) => at switch
    {
        BalanceKind.Opening => "the start",
        BalanceKind.Closing => "the end",
        _ => "the end of each day",
    };
}
