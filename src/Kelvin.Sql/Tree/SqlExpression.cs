using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Kelvin.Sql.Tree;

/// <summary>An expression in a statement. Compared by value.</summary>
public abstract record SqlExpression
{
    private SqlExpression()
    {
    }

    /// <summary>A column of a source, by the source's alias.</summary>
    public sealed record Column(string Source, string Name) : SqlExpression;

    /// <summary>A value: decimal, double, long, string, bool, DateOnly or DateTime (UTC). It always becomes a parameter.</summary>
    public sealed record Value(object Content) : SqlExpression;

    /// <summary>A constant of our own that is written into the statement: a whole number, a truth value or a missing value.</summary>
    public sealed record Literal : SqlExpression
    {
        private Literal(object? content, SqlType type)
        {
            Content = content;
            Type = type;
        }

        /// <summary>A long, a bool, or null.</summary>
        public object? Content { get; }

        /// <summary>Its type.</summary>
        public SqlType Type { get; }

        /// <summary>A whole number.</summary>
        public static Literal Of(long number) => new(number, new SqlType.BigInt());

        /// <summary>True or false.</summary>
        public static Literal Of(bool truth) => new(truth, new SqlType.Boolean());

        /// <summary>A missing value of this type.</summary>
        public static Literal Null(SqlType type) => new(null, type);
    }

    /// <summary>A function or operator on one row.</summary>
    public sealed record Call(SqlFunction Function, ImmutableArray<SqlExpression> Arguments) : SqlExpression
    {
        /// <summary>A function of these arguments.</summary>
        [OverloadResolutionPriority(-1)]
        public Call(SqlFunction function, params ReadOnlySpan<SqlExpression> arguments)
            : this(function, ImmutableArray.Create(arguments))
        {
        }

        /// <inheritdoc />
        public bool Equals(Call? other) =>
            other is not null && Function == other.Function && Arguments.SequenceEqual(other.Arguments);

        /// <inheritdoc />
        public override int GetHashCode() => Arguments.Aggregate((int)Function, HashCode.Combine);
    }

    /// <summary>Many rows turned into one value.</summary>
    /// <param name="Kind">How.</param>
    /// <param name="Argument">What of each row; null for <see cref="SqlAggregate.CountRows"/> only.</param>
    public sealed record Aggregate(SqlAggregate Kind, SqlExpression? Argument) : SqlExpression
    {
        /// <summary>Only rows for which this holds take part; null for all.</summary>
        public SqlExpression? Filter { get; init; }

        /// <summary>The fraction of <see cref="SqlAggregate.PercentileContinuous"/>, 0 to 1.</summary>
        public double? Fraction { get; init; }

        /// <summary>What <see cref="SqlAggregate.First"/> and <see cref="SqlAggregate.Last"/> order by, ascending; at least one for them.</summary>
        public ImmutableArray<SqlExpression> OrderBy { get; init; } = [];

        /// <inheritdoc />
        public bool Equals(Aggregate? other) =>
            other is not null && Kind == other.Kind && Equals(Argument, other.Argument) && Equals(Filter, other.Filter)
            && Fraction == other.Fraction && OrderBy.SequenceEqual(other.OrderBy);

        /// <inheritdoc />
        public override int GetHashCode() => OrderBy.Aggregate(HashCode.Combine(Kind, Argument, Filter, Fraction), HashCode.Combine);
    }

    /// <summary>The result of the first branch whose condition holds; else the alternative; else missing.</summary>
    public sealed record Case(ImmutableArray<SqlBranch> Branches, SqlExpression? Otherwise) : SqlExpression
    {
        /// <inheritdoc />
        public bool Equals(Case? other) =>
            other is not null && Equals(Otherwise, other.Otherwise) && Branches.SequenceEqual(other.Branches);

        /// <inheritdoc />
        public override int GetHashCode() => Branches.Aggregate(Otherwise?.GetHashCode() ?? 0, HashCode.Combine);
    }

    /// <summary>The value in the next row among those that are equal in some values, by an order, ascending and missing last; missing for the last row.</summary>
    public sealed record InNextRow(SqlExpression Operand, ImmutableArray<SqlExpression> Among, SqlExpression By) : SqlExpression
    {
        /// <inheritdoc />
        public bool Equals(InNextRow? other) =>
            other is not null && Operand == other.Operand && By == other.By && Among.SequenceEqual(other.Among);

        /// <inheritdoc />
        public override int GetHashCode() => Among.Aggregate(HashCode.Combine(Operand, By), HashCode.Combine);
    }

    /// <summary>A value as another type; an error of the engine when it does not fit.</summary>
    public sealed record Cast(SqlExpression Operand, SqlType Type) : SqlExpression;
}

/// <summary>One <c>WHEN … THEN …</c>.</summary>
public sealed record SqlBranch(SqlExpression When, SqlExpression Then);
