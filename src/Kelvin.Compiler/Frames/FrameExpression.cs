using System.Collections.Immutable;
using System.Globalization;
using Kelvin.Formulas;

namespace Kelvin.Compiler.Frames;

/// <summary>A number per row of a frame, worked out from its columns. Compared by value.</summary>
public abstract record FrameExpression
{
    private FrameExpression()
    {
    }

    /// <summary>A column of the frame.</summary>
    public sealed record Column(string Name) : FrameExpression
    {
        /// <inheritdoc />
        public override string ToString() => Name;
    }

    /// <summary>The same number in every row.</summary>
    public sealed record Constant(decimal Value) : FrameExpression
    {
        /// <inheritdoc />
        public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>An operator of the metric level, with its rules for what is missing.</summary>
    public sealed record Call(MetricOperator Operator, ImmutableArray<FrameExpression> Arguments) : FrameExpression
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
    public sealed record Case(ImmutableArray<(FrameExpression When, FrameExpression Then)> Branches, FrameExpression? Otherwise)
        : FrameExpression
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

    /// <summary>A number only in rows of these periods, missing in others.</summary>
    /// <param name="Included">For each asked period whether it is one of them.</param>
    /// <param name="Of">The number.</param>
    public sealed record InPeriods(ImmutableArray<bool> Included, FrameExpression Of) : FrameExpression
    {
        /// <inheritdoc />
        public bool Equals(InPeriods? other) => other is not null && Of.Equals(other.Of) && Included.SequenceEqual(other.Included);

        /// <inheritdoc />
        public override int GetHashCode() => Included.Aggregate(Of.GetHashCode(), HashCode.Combine);

        /// <inheritdoc />
        public override string ToString() => Included.All(included => included) ? Of.ToString()! : $"in {Included.Count(included => included)} of {Included.Length} periods({Of})";
    }

    /// <summary>A number for each asked period.</summary>
    public sealed record PerPeriod(ImmutableArray<decimal> Values) : FrameExpression
    {
        /// <inheritdoc />
        public bool Equals(PerPeriod? other) => other is not null && Values.SequenceEqual(other.Values);

        /// <inheritdoc />
        public override int GetHashCode() => Values.Aggregate(Values.Length, HashCode.Combine);

        /// <inheritdoc />
        public override string ToString() => $"days of {Values.Length} periods";
    }

    /// <summary>A count in which no rows make a missing value, not 0.</summary>
    public sealed record MissingIfZero(FrameExpression Of) : FrameExpression
    {
        /// <inheritdoc />
        public override string ToString() => $"missing if zero({Of})";
    }
}
