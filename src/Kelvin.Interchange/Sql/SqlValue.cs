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

    /// <summary>Whether it is a text that is a day as ISO 8601 writes it, such as the name of a period; texts of that form are in order of time.</summary>
    public bool IsWrittenDay { get; init; }

    public static SqlValue Number(Formula formula) => new(formula, ValueKind.Number);

    public static SqlValue Truth(Formula formula) => new(formula, ValueKind.Boolean);
}
