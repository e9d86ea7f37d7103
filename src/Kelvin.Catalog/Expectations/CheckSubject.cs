using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Formulas;

namespace Kelvin.Catalog.Expectations;

/// <summary>What a check is about. Compared by what was written; the expressions follow from it.</summary>
public abstract record CheckSubject
{
    private CheckSubject()
    {
    }

    /// <summary>The check as its definition says it, without label and consequence: its identity among results.</summary>
    public abstract string Written { get; }

    /// <summary>A condition on values of the formula language: <c>count(orders) between 100 and 5000</c>.</summary>
    /// <param name="Formula">The condition as written.</param>
    /// <param name="Measured">What is compared, the first thing in it.</param>
    /// <param name="Bounds">What it is compared with; two for <c>between</c>.</param>
    /// <param name="Holds">1 where the condition holds, else 0.</param>
    /// <param name="Slices">Where it must hold: in each period and group.</param>
    public sealed record Condition(
        string Formula, MetricExpression Measured, ImmutableArray<MetricExpression> Bounds, MetricExpression Holds, CheckSlices Slices) : CheckSubject
    {
        /// <inheritdoc />
        public override string Written => $"check {Formula}{Slices}";
    }

    /// <summary>A condition that rows must meet. A row for which it is neither true nor false, for a value is missing, meets it.</summary>
    /// <param name="Formula">The condition, as written or as what it stands for.</param>
    /// <param name="Kind">In what form it was written.</param>
    /// <param name="Failing">How many rows do not meet it.</param>
    /// <param name="All">How many rows there are.</param>
    /// <param name="Allowed">How many need not.</param>
    /// <param name="Over">The stretch of time that is looked at, in the words of questions.</param>
    public sealed record Rows(string Formula, RowCheckKind Kind, MetricExpression Failing, MetricExpression All, Allowance Allowed, string Over) : CheckSubject
    {
        /// <summary>The column that must have a value, or the link that must lead somewhere; null for a condition of one's own.</summary>
        public string? Column { get; init; }

        /// <inheritdoc />
        public override string Written => FormattableString.Invariant($"{Kind} {Formula} allow {Allowed.Number} {Allowed.IsShare} over {Over}");
    }

    /// <summary>That no two rows have the same values in these columns. Rows that lack one are passed over.</summary>
    public sealed record Unique(ImmutableArray<string> Columns) : CheckSubject
    {
        /// <inheritdoc />
        public override string Written => $"unique {string.Join(", ", Columns)}";
    }

    /// <summary>That each period has rows, in each group.</summary>
    /// <param name="Count">How many rows there are.</param>
    /// <param name="Slices">The periods and groups.</param>
    /// <param name="OnlyWorkingDays">Whether days without work may lack them.</param>
    public sealed record Complete(MetricExpression Count, CheckSlices Slices, bool OnlyWorkingDays) : CheckSubject
    {
        /// <inheritdoc />
        public override string Written => $"complete {OnlyWorkingDays}{Slices}";
    }

    /// <summary>
    /// That the last finished period is about what such a period is: the median of the eight before it, and of days, of the same
    /// weekday in the eight weeks before.
    /// </summary>
    /// <param name="Formula">What is measured, as written.</param>
    /// <param name="Measured">What is measured.</param>
    /// <param name="Per">The periods: days, weeks or months.</param>
    /// <param name="Within">How far from the median it may be, as a part of it.</param>
    public sealed record Usual(string Formula, MetricExpression Measured, Grain Per, decimal Within) : CheckSubject
    {
        /// <inheritdoc />
        public override string Written => FormattableString.Invariant($"usual {Formula} per {Per.Name} within {Within}");
    }

    /// <summary>
    /// That the values of a column are distributed as they were: the population stability index of the last days against four times
    /// as many before them.
    /// </summary>
    /// <param name="Column">The column.</param>
    /// <param name="Days">How many days are the last ones.</param>
    /// <param name="Most">The greatest index that is no shift; 0.2 by convention.</param>
    public sealed record Shift(string Column, int Days, decimal Most) : CheckSubject
    {
        /// <inheritdoc />
        public override string Written => FormattableString.Invariant($"shift {Column} over {Days} most {Most}");
    }
}

/// <summary>The forms in which a condition on rows is written.</summary>
public enum RowCheckKind
{
    /// <summary>A condition of one's own.</summary>
    Holds,

    /// <summary>That a column has a value.</summary>
    Missing,

    /// <summary>That what a link column names is there.</summary>
    Linked,
}
