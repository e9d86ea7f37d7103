using System.Collections.Immutable;
using Kelvin.Formulas;
using Kelvin.Sql.Tree;

namespace Kelvin.Compiler.Lowering;

/// <summary>A scan as a statement, and what it returns.</summary>
/// <param name="Select">The statement.</param>
/// <param name="Columns">Its columns, in order.</param>
public sealed record LoweredScan(SqlSelect Select, ImmutableArray<LoweredColumn> Columns);

/// <summary>A column that a lowered statement returns.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Its values.</param>
/// <param name="IsExact">For numbers: exact (decimal) rather than binary floating point.</param>
public sealed record LoweredColumn(string Name, ValueKind Kind, bool IsExact);
