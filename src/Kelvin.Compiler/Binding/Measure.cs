using Kelvin.Formulas;

namespace Kelvin.Compiler.Binding;

/// <summary>An aggregate of a formula with everything that decides its value: whose rows, placed in time by what.</summary>
/// <param name="Aggregate">The aggregate.</param>
/// <param name="Dataset">The dataset whose rows it reads.</param>
/// <param name="Axis">The column that places a row in time, or null where the dataset has none.</param>
/// <param name="EmptyIsZero">Whether a count or sum without rows is 0 rather than missing.</param>
public sealed record Measure(MetricExpression.Aggregate Aggregate, string Dataset, TimeAxis? Axis, bool EmptyIsZero)
{
    /// <summary>Where its rows come from.</summary>
    public RowSource Source => new(Dataset, Axis);

    /// <inheritdoc />
    public override string ToString() =>
        $"{ExpressionText.Of(Aggregate)}{(Axis is null ? "" : $" by {Axis}")}{(EmptyIsZero ? " or 0" : "")}";
}

/// <summary>A column that places rows in time.</summary>
/// <param name="Path">The column, perhaps over links.</param>
/// <param name="IsInstant">Whether it holds instants (UTC) rather than days.</param>
/// <param name="MayBeMissing">Whether a row may lack a place in time. Such a row is in no period, and so not in all time either.</param>
public sealed record TimeAxis(ColumnPath Path, bool IsInstant, bool MayBeMissing)
{
    /// <inheritdoc />
    public override string ToString() => Path.ToString();
}
