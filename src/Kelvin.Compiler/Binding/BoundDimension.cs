using System.Collections.Immutable;
using Kelvin.Formulas;
using Kelvin.Language;

namespace Kelvin.Compiler.Binding;

/// <summary>A dimension asked for, resolved in every dataset that the question reads.</summary>
/// <param name="Name">As asked; the name of its column in the answer.</param>
/// <param name="Type">Its values.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Paths">Where each dataset finds it.</param>
public sealed record BoundDimension(
    string Name, DataType Type, LocalText Label, ImmutableSortedDictionary<string, ColumnPath> Paths)
{
    /// <inheritdoc />
    public override string ToString() =>
        $"{Name} ({string.Join(", ", Paths.Select(path => $"{path.Key}: {path.Value}"))})";
}
