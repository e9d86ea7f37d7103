using Kelvin.Formulas;
using Kelvin.Formulas.Syntax;

namespace Kelvin.Interchange.Sql;

/// <summary>A piece of SQL in our language.</summary>
/// <param name="Formula">The same in our language.</param>
/// <param name="Kind">What its values are, where that is known.</param>
internal sealed record SqlValue(Formula Formula, ValueKind? Kind)
{
    /// <summary>Of <c>NULLIF(x, 0)</c> the x: as a divisor it needs no such guard here.</summary>
    public Formula? UnlessZero { get; init; }

    public static SqlValue Number(Formula formula) => new(formula, ValueKind.Number);

    public static SqlValue Truth(Formula formula) => new(formula, ValueKind.Boolean);
}
