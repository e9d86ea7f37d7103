using System.Collections.Immutable;
using CsCheck;
using Kelvin.Formulas.Syntax;

namespace Definitions.Tests.Formulas;

/// <summary>Trees of every shape, names and texts that need quoting included.</summary>
internal static class FormulaTrees
{
    private static readonly Gen<string> Name = Gen.OneOf(
        OneOf("amount", "orders", "date", "known", "and", "End", "order date", "a\"b", "å_1", "9lives", "%"),
        Gen.String[Gen.Char['a', 'e'], 1, 4]);

    private static readonly Gen<Formula> Leaf = Gen.OneOf<Formula>(
        Gen.Select(Gen.Decimal[0, 1_000_000], Gen.OneOf(Gen.Const((string?)null), Name.Select(name => (string?)name))).Select((value, unit) => (Formula)new Formula.Number(decimal.Round(value, 4), unit)),
        Gen.String[Gen.Char[" 'ab\"%\nå"], 0, 5].Select(text => (Formula)new Formula.Text(text)),
        Gen.Bool.Select(truth => (Formula)new Formula.Truth(truth)),
        Gen.DateOnly.Select(day => (Formula)new Formula.Day(day)),
        Name.Array[1, 3].Select(parts => (Formula)new Formula.Name([.. parts])));

    /// <summary>One of these words.</summary>
    public static Gen<string> OneOf(params string[] words) => Gen.Int[0, words.Length - 1].Select(at => words[at]);

    /// <summary>A tree of at most so many levels.</summary>
    public static Gen<Formula> Of(int levels)
    {
        if (levels == 0)
            return Leaf;
        var part = Of(levels - 1);
        var some = part.Array[1, 3].Select(parts => parts.ToImmutableArray());
        var optional = Gen.OneOf(Gen.Const((Formula?)null), part.Select(formula => (Formula?)formula));
        return Gen.OneOf(
            Leaf,
            Gen.Select(Gen.Enum<UnaryOperator>(), part).Select((unary, operand) => (Formula)new Formula.Unary(unary, operand)),
            Gen.Select(Gen.Enum<BinaryOperator>(), part, part).Select((binary, left, right) => (Formula)new Formula.Binary(binary, left, right)),
            Gen.Select(part, some).Select((value, options) => (Formula)new Formula.In(value, options)),
            Gen.Select(part, part, part).Select((value, low, high) => (Formula)new Formula.Between(value, low, high)),
            Gen.Select(part, Gen.Bool).Select((value, isKnown) => (Formula)new Formula.Presence(value, isKnown)),
            Gen.Select(OneOf("sum", "count", "date", "prior", "cumulative", "last_of"), some, optional).Select((function, arguments, where) => (Formula)new Formula.Call(function, arguments, where)),
            OneOf("today", "count").Select(function => (Formula)new Formula.Call(function, [])),
            Gen.Select(Gen.Select(part, part).Array[1, 3], optional).Select((branches, otherwise) =>
                (Formula)new Formula.Case([.. branches.Select(branch => new Formula.CaseBranch(branch.Item1, branch.Item2))], otherwise)));
    }
}
