using System.Collections.Immutable;
using Kelvin.Formulas.Checking.Units;
using Kelvin.Formulas.Syntax;

namespace Kelvin.Formulas.Checking.Rows;

/// <summary>Checks what gives one of several values of a row, which must be of one type.</summary>
internal sealed class RowChoice(Findings findings, RowChecker checker)
{
    private readonly RowAlignment _alignment = new(findings);

    public RowExpression? Case(Formula.Case written)
    {
        ImmutableArray<RowExpression?> conditions = [.. written.Branches.Select(branch => checker.Condition(branch.When))];
        IReadOnlyList<Formula> results = [.. written.Branches.Select(branch => branch.Then), .. Optional(written.Otherwise)];
        if (checker.CheckAll(results) is not { } values || _alignment.Align(results, values) is not { } aligned || conditions.Contains(null))
            return null;
        var branches = conditions.Zip(aligned, (when, then) => new RowExpression.CaseBranch(when!, then));
        return new RowExpression.Case([.. branches], written.Otherwise is null ? null : aligned[^1], TypeOf(aligned));
    }

    /// <summary>A function whose arguments and result are of one type: coalesce, least, greatest.</summary>
    public RowExpression? OneType(RowFunction function, Formula.Call written, ImmutableArray<RowExpression> arguments) =>
        _alignment.Align(written.Arguments, arguments) is { } aligned ? new RowExpression.Call(function, aligned, TypeOf(aligned)) : null;

    private static DataType TypeOf(ImmutableArray<RowExpression> aligned) =>
        new(aligned[0].Type.Kind, UnitMatch.OfOne(aligned.Select(value => value.Type.Unit)));

    private static IEnumerable<Formula> Optional(Formula? formula) => formula is null ? [] : [formula];
}
