using System.Collections.Immutable;
using Kelvin.Language;

namespace Kelvin.Formulas.Syntax;

/// <summary>
/// A formula as written: its shape, before names, units and levels are looked at. Compared by value, ignoring places.
/// </summary>
public abstract record Formula
{
    private Formula()
    {
    }

    /// <summary>Where it was written; null for a tree that was built and not parsed.</summary>
    public Place? Place { get; init; }

    /// <summary>Number of nodes on the longest way down, itself included; counted by the parser only.</summary>
    internal int Height { get; init; } = 1;

    /// <summary>Whether the other is of the same kind: where a formula stands is no part of it.</summary>
    public virtual bool Equals(Formula? other) => other is not null && EqualityContract == other.EqualityContract;

    /// <inheritdoc />
    public override int GetHashCode() => EqualityContract.GetHashCode();

    /// <summary>A number that is not negative: <c>12.5</c>, <c>100 SEK</c>, <c>30 days</c>, <c>5 %</c>.</summary>
    /// <param name="Value">The number as written; 5 for <c>5 %</c>.</param>
    /// <param name="Unit">The word or sign after it, or null.</param>
    public sealed record Number(decimal Value, string? Unit = null) : Formula;

    /// <summary>Text in single quotes.</summary>
    public sealed record Text(string Value) : Formula;

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public sealed record Truth(bool Value) : Formula;

    /// <summary>A day: <c>date '2025-01-31'</c>.</summary>
    public sealed record Day(DateOnly Value) : Formula;

    /// <summary>A name, perhaps with dots: <c>amount</c>, <c>orders.customer_id.country</c>.</summary>
    public sealed record Name(ImmutableArray<string> Parts) : Formula
    {
        /// <summary>Where each part stands; empty for a tree that was built.</summary>
        public ImmutableArray<Place> PartPlaces { get; init; } = [];

        /// <inheritdoc />
        public bool Equals(Name? other) => base.Equals(other) && Parts.SequenceEqual(other.Parts);

        /// <inheritdoc />
        public override int GetHashCode() => Parts.Aggregate(base.GetHashCode(), HashCode.Combine);
    }

    /// <summary><c>-a</c> or <c>not a</c>.</summary>
    public sealed record Unary(UnaryOperator Operator, Formula Operand) : Formula;

    /// <summary>Two operands and the operator between them.</summary>
    public sealed record Binary(BinaryOperator Operator, Formula Left, Formula Right) : Formula;

    /// <summary><c>x in (a, b)</c>.</summary>
    public sealed record In(Formula Value, ImmutableArray<Formula> Options) : Formula
    {
        /// <inheritdoc />
        public bool Equals(In? other) => base.Equals(other) && Value.Equals(other.Value) && Options.SequenceEqual(other.Options);

        /// <inheritdoc />
        public override int GetHashCode() => Options.Aggregate(Value.GetHashCode(), HashCode.Combine);
    }

    /// <summary><c>x between low and high</c>, both ends included.</summary>
    public sealed record Between(Formula Value, Formula Low, Formula High) : Formula;

    /// <summary><c>x is known</c>, or <c>x is missing</c>.</summary>
    public sealed record Presence(Formula Value, bool IsKnown) : Formula;

    /// <summary>A function with its arguments: <c>share(orders where a, b)</c>.</summary>
    /// <param name="Function">Its name in lower case.</param>
    /// <param name="Arguments">Its arguments.</param>
    /// <param name="Where">The condition after <c>where</c>, or null.</param>
    public sealed record Call(string Function, ImmutableArray<Formula> Arguments, Formula? Where = null) : Formula
    {
        /// <summary>Where the function's name stands.</summary>
        public Place? FunctionPlace { get; init; }

        /// <summary>The names after <c>per</c> in a balance, which say what is restated on its own.</summary>
        public ImmutableArray<Name> Per { get; init; } = [];

        /// <inheritdoc />
        public bool Equals(Call? other) =>
            base.Equals(other) && Function == other.Function && Equals(Where, other.Where) && Arguments.SequenceEqual(other.Arguments)
            && Per.SequenceEqual(other.Per);

        /// <inheritdoc />
        public override int GetHashCode() => Arguments.Aggregate(HashCode.Combine(Function, Where), HashCode.Combine);
    }

    /// <summary><c>metric(bookings by listing_id)</c>: the value of a metric for what the path of a row leads to.</summary>
    public sealed record MetricOf(Name Metric, Name By) : Formula;

    /// <summary><c>conversion(visits -> buys by user_id within 7 days matching session)</c>.</summary>
    /// <param name="Function">Its name in lower case.</param>
    /// <param name="From">The rows that may convert.</param>
    /// <param name="To">The rows that are conversions.</param>
    /// <param name="By">Columns that must be equal in both: whose events they are.</param>
    /// <param name="Within">The longest time between the two, or null.</param>
    /// <param name="Matching">Further columns that must be equal.</param>
    public sealed record Conversion(
        string Function, EventRows From, EventRows To, ImmutableArray<ColumnPair> By, Number? Within, ImmutableArray<ColumnPair> Matching) : Formula
    {
        /// <inheritdoc />
        public bool Equals(Conversion? other) =>
            base.Equals(other) && Function == other.Function && From == other.From && To == other.To && Equals(Within, other.Within)
            && By.SequenceEqual(other.By) && Matching.SequenceEqual(other.Matching);

        /// <inheritdoc />
        public override int GetHashCode() => By.Aggregate(HashCode.Combine(Function, From, To, Within), HashCode.Combine);
    }

    /// <summary>Rows of a dataset in a conversion, perhaps under a condition.</summary>
    public sealed record EventRows(Name Dataset, Formula? Where);

    /// <summary>Two columns that must be equal: <c>session = session_id</c>, or one name for both.</summary>
    public sealed record ColumnPair(Name From, Name To);

    /// <summary><c>case when a then b else c end</c>.</summary>
    public sealed record Case(ImmutableArray<CaseBranch> Branches, Formula? Otherwise) : Formula
    {
        /// <inheritdoc />
        public bool Equals(Case? other) =>
            base.Equals(other) && Equals(Otherwise, other.Otherwise) && Branches.SequenceEqual(other.Branches);

        /// <inheritdoc />
        public override int GetHashCode() => Branches.Aggregate(base.GetHashCode(), HashCode.Combine);
    }

    /// <summary>One <c>when … then …</c>.</summary>
    public sealed record CaseBranch(Formula When, Formula Then);
}
