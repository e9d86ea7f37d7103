using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Formulas;

namespace Kelvin.Compiler.Binding;

/// <summary>A metric's formula with every reference replaced by what it refers to, down to measures. Compared by value.</summary>
public abstract record BoundExpression
{
    private BoundExpression()
    {
    }

    /// <summary>The same number everywhere.</summary>
    public sealed record Constant(decimal Value) : BoundExpression
    {
        /// <inheritdoc />
        public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>A measure.</summary>
    public sealed record Of(Measure Measure) : BoundExpression
    {
        /// <inheritdoc />
        public override string ToString() => Measure.ToString();
    }

    /// <summary>Arithmetic or a condition.</summary>
    public sealed record Call(MetricOperator Operator, ImmutableArray<BoundExpression> Arguments) : BoundExpression
    {
        /// <inheritdoc />
        public bool Equals(Call? other) =>
            other is not null && Operator == other.Operator && Arguments.SequenceEqual(other.Arguments);

        /// <inheritdoc />
        public override int GetHashCode() => Arguments.Aggregate((int)Operator, HashCode.Combine);

        /// <inheritdoc />
        public override string ToString() => $"{Operator}({string.Join(", ", Arguments)})";
    }

    /// <summary>The first branch whose condition holds, else the alternative, else missing.</summary>
    public sealed record Case(ImmutableArray<(BoundExpression When, BoundExpression Then)> Branches, BoundExpression? Otherwise)
        : BoundExpression
    {
        /// <inheritdoc />
        public bool Equals(Case? other) =>
            other is not null && Equals(Otherwise, other.Otherwise) && Branches.SequenceEqual(other.Branches);

        /// <inheritdoc />
        public override int GetHashCode() => Branches.Aggregate(Otherwise?.GetHashCode() ?? 0, HashCode.Combine);

        /// <inheritdoc />
        public override string ToString() =>
            $"case {string.Join(" ", Branches.Select(branch => $"when {branch.When} then {branch.Then}"))} else {Otherwise?.ToString() ?? "missing"}";
    }

    /// <summary>An expression seen over another window of time: every measure inside is evaluated over that window.</summary>
    public sealed record Seen(TimeWindow Window, BoundExpression Inner) : BoundExpression
    {
        /// <inheritdoc />
        public override string ToString() => $"[{ExpressionText.Of(Window)}] {Inner}";
    }

    /// <summary>An expression worked out for each finer period of the window it is seen over, and one of those values, or their mean.</summary>
    public sealed record Reduced(PeriodReduction Keep, Grain Per, BoundExpression Inner) : BoundExpression
    {
        /// <inheritdoc />
        public override string ToString() => $"[{Keep.ToString().ToLowerInvariant()} per {Per}] {Inner}";
    }
}
