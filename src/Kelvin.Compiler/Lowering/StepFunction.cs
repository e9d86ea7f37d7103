using System.Collections.Immutable;
using Kelvin.Sql.Tree;

namespace Kelvin.Compiler.Lowering;

/// <summary>
/// A number that changes at known moments, such as a zone's offset from UTC or the holidays passed so far, as a CASE over
/// constants. With many steps the CASE is a balanced tree, so that a row meets few comparisons.
/// </summary>
internal static class StepFunction
{
    private const int MostBranches = 8;

    /// <summary>The number that holds at a row's moment.</summary>
    /// <param name="at">The row's date or instant.</param>
    /// <param name="steps">Numbers with the moment before which each holds, in order; the last holds for ever after.</param>
    public static SqlExpression Of(SqlExpression at, ReadOnlySpan<(object Before, long Value)> steps) =>
        Of(at, (ReadOnlySpan<(object, SqlExpression)>)[.. steps.ToArray().Select(step => (step.Before, (SqlExpression)SqlExpression.Literal.Of(step.Value)))]);

    /// <summary>The value that holds at a row's moment; else as for numbers.</summary>
    public static SqlExpression Of(SqlExpression at, ReadOnlySpan<(object Before, SqlExpression Value)> steps)
    {
        if (steps.Length == 1)
            return steps[0].Value;
        if (steps.Length > MostBranches)
        {
            var middle = steps.Length / 2;
            return new SqlExpression.Case(
                [new SqlBranch(IsBefore(at, steps[middle - 1].Before), Of(at, steps[..middle]))], Of(at, steps[middle..]));
        }
        var branches = ImmutableArray.CreateBuilder<SqlBranch>();
        foreach (var (before, value) in steps[..^1])
            branches.Add(new SqlBranch(IsBefore(at, before), value));
        return new SqlExpression.Case(branches.ToImmutable(), steps[^1].Value);
    }

    private static SqlExpression.Call IsBefore(SqlExpression at, object moment) =>
        new(SqlFunction.Less, at, Moments.Constant(moment));
}
