using System.Collections.Immutable;
using Kelvin.Compiler;

namespace Kelvin.Interchange.Dbt.Asking;

/// <summary>A question of dbt's as one of ours.</summary>
/// <param name="Query">The question.</param>
/// <param name="Columns">The answer's columns that dbt would show, each with dbt's name for it.</param>
public sealed record AskedOfDbt(MetricQuery Query, ImmutableArray<(string Column, string DbtName)> Columns)
{
    /// <summary>
    /// A further question, each of whose rows stands beside each of this one's: so dbt does with the days of its calendar when no
    /// metric says when. Null for none.
    /// </summary>
    public AskedOfDbt? Beside { get; init; }
}
