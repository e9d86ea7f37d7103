using System.Collections.Immutable;
using Kelvin.Formulas;
using Kelvin.Language;

namespace Kelvin.Compiler.Binding;

/// <summary>A dimension asked for, resolved in everything that the question reads.</summary>
/// <param name="Name">The name of its column in the answer.</param>
/// <param name="Type">Its values.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Values">Its value in a row of each source.</param>
public sealed record BoundDimension(
    string Name, DataType Type, LocalText Label, ImmutableDictionary<RowSource, RowExpression> Values)
{
    /// <inheritdoc />
    public override string ToString() =>
        $"{Name} ({string.Join(", ", Values.Select(value => $"{value.Key}: {ExpressionText.Of(value.Value)}").Order(StringComparer.Ordinal))})";
}
