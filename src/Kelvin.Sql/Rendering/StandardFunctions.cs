using Kelvin.Sql.Tree;

namespace Kelvin.Sql.Rendering;

/// <summary>The functions that every engine writes alike.</summary>
internal static class StandardFunctions
{
    public static SqlFragment Call(SqlFunction function, IReadOnlyList<SqlFragment> arguments) => function switch
    {
        SqlFunction.Add => Chain(arguments, "+", SqlBinding.Sum),
        SqlFunction.Subtract => Chain(arguments, "-", SqlBinding.Sum),
        SqlFunction.Multiply => Chain(arguments, "*", SqlBinding.Product),
        SqlFunction.Negate => new($"-{arguments[0].In(SqlBinding.Atom)}", SqlBinding.Sign),
        SqlFunction.Equal => Compare(arguments, "="),
        SqlFunction.Same => Compare(arguments, "IS NOT DISTINCT FROM"),
        SqlFunction.NotEqual => Compare(arguments, "<>"),
        SqlFunction.Less => Compare(arguments, "<"),
        SqlFunction.LessOrEqual => Compare(arguments, "<="),
        SqlFunction.Greater => Compare(arguments, ">"),
        SqlFunction.GreaterOrEqual => Compare(arguments, ">="),
        SqlFunction.Like => Compare(arguments, "LIKE"),
        SqlFunction.And => Junction(arguments, "AND", SqlBinding.And, "true"),
        SqlFunction.Or => Junction(arguments, "OR", SqlBinding.Or, "false"),
        SqlFunction.Not => new($"NOT {arguments[0].In(SqlBinding.Not)}", SqlBinding.Not),
        SqlFunction.In => In(arguments),
        SqlFunction.IsNull => new($"{arguments[0].In(SqlBinding.Sum)} IS NULL", SqlBinding.Comparison),
        SqlFunction.IsNotNull => new($"{arguments[0].In(SqlBinding.Sum)} IS NOT NULL", SqlBinding.Comparison),
        SqlFunction.Absolute => Named("abs", arguments),
        SqlFunction.Coalesce => Named("coalesce", arguments),
        SqlFunction.NullIf => Named("nullif", arguments),
        SqlFunction.Lower => Named("lower", arguments),
        SqlFunction.Upper => Named("upper", arguments),
        SqlFunction.Trim => Named("trim", arguments),
        SqlFunction.Floor => Named("floor", arguments),
        SqlFunction.Ceiling => Named("ceiling", arguments),
        SqlFunction.Least => Named("least", arguments),
        SqlFunction.Greatest => Named("greatest", arguments),
        SqlFunction.Grouping => Named("grouping", arguments),
        _ => throw new NotSupportedException($"The dialect does not say how to write {function}."),
    };

    /// <summary>A function by its name.</summary>
    public static SqlFragment Named(string name, IEnumerable<SqlFragment> arguments) =>
        SqlFragment.Atom($"{name}({string.Join(", ", arguments)})");

    /// <summary>Operators that read from the left: what follows the first must bind tighter.</summary>
    private static SqlFragment Chain(IReadOnlyList<SqlFragment> arguments, string sign, SqlBinding binding) =>
        new(string.Join($" {sign} ", arguments.Select((argument, at) => argument.In(at == 0 ? binding : binding + 1))), binding);

    private static SqlFragment Compare(IReadOnlyList<SqlFragment> arguments, string sign) =>
        new($"{arguments[0].In(SqlBinding.Sum)} {sign} {arguments[1].In(SqlBinding.Sum)}", SqlBinding.Comparison);

    private static SqlFragment Junction(IReadOnlyList<SqlFragment> arguments, string word, SqlBinding binding, string none) =>
        arguments.Count switch
        {
            0 => SqlFragment.Atom(none),
            1 => arguments[0],
            _ => new(string.Join($" {word} ", arguments.Select(argument => argument.In(binding))), binding),
        };

    private static SqlFragment In(IReadOnlyList<SqlFragment> arguments) =>
        arguments.Count == 1
            ? SqlFragment.Atom("false")
            : new($"{arguments[0].In(SqlBinding.Sum)} IN ({string.Join(", ", arguments.Skip(1))})", SqlBinding.Comparison);
}
