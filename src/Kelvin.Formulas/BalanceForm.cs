using System.Collections.Immutable;
using Kelvin.Calendars;

namespace Kelvin.Formulas;

/// <summary>How the rows of a dataset hold a stock: headcount, money on accounts, open cases.</summary>
public abstract record BalanceForm
{
    private BalanceForm()
    {
    }

    /// <summary>Every moment of the dataset's time restates the stock.</summary>
    /// <param name="Series">Columns of the dataset whose values together name what is restated on its own; empty when each moment restates everything. Compared by value.</param>
    /// <param name="Carry">How long a state holds at most when no later one comes; null when it is known at its moment only.</param>
    public sealed record Snapshots(ImmutableArray<string> Series, CalendarSpan? Carry) : BalanceForm
    {
        /// <inheritdoc />
        public bool Equals(Snapshots? other) => other is not null && Carry == other.Carry && Series.SequenceEqual(other.Series);

        /// <inheritdoc />
        public override int GetHashCode() => Series.Aggregate(Carry.GetHashCode(), HashCode.Combine);

        /// <inheritdoc />
        public override string ToString() =>
            $"snapshots{(Series.IsEmpty ? "" : $" per {string.Join(", ", Series)}")}{(Carry is { } carry ? $" carried {carry}" : "")}";
    }

    /// <summary>A row is there from one column's moment up to but not including another's; still there where the latter is missing.</summary>
    /// <param name="From">The date or instant column of the start.</param>
    /// <param name="To">That of the end, of the same kind.</param>
    public sealed record Spans(string From, string To) : BalanceForm
    {
        /// <inheritdoc />
        public override string ToString() => $"from {From} to {To}";
    }
}
