using Kelvin.Formulas.Syntax;
using Kelvin.Interchange.Sql;

namespace Kelvin.Interchange.Ossie;

/// <summary>
/// Takes the aggregates out of an expression, each said in our language, and leaves names in their places. Inside an aggregate
/// names are columns, with or without their dataset before them.
/// </summary>
/// <param name="tables">All datasets.</param>
/// <param name="named">Those that the expression names.</param>
internal sealed class SqlAggregates(IReadOnlyList<OssieTable> tables, IReadOnlyList<OssieTable> named)
{
    private static readonly Dictionary<string, string> Functions = new(StringComparer.Ordinal)
    {
        ["sum"] = "sum", ["avg"] = "average", ["min"] = "min", ["max"] = "max", ["median"] = "median", ["count"] = "count",
    };

    private readonly List<Formula> _found = [];

    /// <summary>The dataset of all aggregates, where it is one.</summary>
    public OssieTable? OnlyTable => named is [var only] ? only : named.Count == 0 && tables is [var single] ? single : null;

    /// <summary>Whether rows are counted without a word of whose.</summary>
    public bool HasNoTable { get; private set; }

    /// <summary>The aggregate whose place this name holds; null for other names.</summary>
    public Formula? Find(string name) => TakenPlace.Find(name, _found);

    /// <summary>The expression with names in the places of aggregates; null with the piece that cannot be said.</summary>
    public (string? Outer, string? Obstacle) TakeOut(string text)
    {
        var tokens = SqlLexer.Read(text);
        var outer = new List<string>();
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at].Kind != SqlTokenKind.Word || !Functions.ContainsKey(tokens[at].Value) || at + 1 >= tokens.Count || !tokens[at + 1].Is("("))
            {
                outer.Add(tokens[at].Written);
                continue;
            }
            var end = Closing(tokens, at + 1);
            var (aggregate, obstacle) = Aggregate(tokens[at].Value, tokens[(at + 2)..end]);
            if (aggregate is null)
                return (null, obstacle);
            outer.Add(TakenPlace.Of(_found.Count));
            _found.Add(aggregate);
            at = end;
        }
        return (string.Join(' ', outer), null);
    }

    private (Formula? Formula, string? Obstacle) Aggregate(string function, List<SqlToken> inside)
    {
        if (function == "count" && inside is [var star] && star.Is("*"))
        {
            HasNoTable = OnlyTable is null;
            return OnlyTable is { } rows ? (Count(rows, null), null) : (null, "*");
        }
        var isDistinct = inside.Count > 0 && inside[0].Is("distinct");
        var columns = new AggregatedColumns(tables, OnlyTable);
        var (value, obstacle) = SqlTranslation.Of(columns.Rewrite(isDistinct ? inside[1..] : inside), columns);
        if (value is null)
            return (null, obstacle is not null && obstacle.StartsWith('"') ? string.Join(' ', inside.Select(token => token.Written)) : obstacle);
        if (isDistinct)
            return function == "count" ? (new Formula.Call("distinct", [value.Formula]), null) : (null, "DISTINCT");
        var table = columns.Only ?? OnlyTable;
        // "Where it holds, this" aggregates the rows for which it holds; what is not aggregated is not looked at.
        var (of, where) = value.Formula is Formula.Case { Branches: [var branch], Otherwise: null } ? (branch.Then, branch.When) : (value.Formula, null);
        if (function == "sum" && of is Formula.Number { Value: 1, Unit: null } && table is not null)
            return (Count(table, where), null);
        if (function != "count")
            return (new Formula.Call(Functions[function], [of], where), null);
        HasNoTable = table is null;
        return table is null ? (null, "COUNT") : (Counted(of, where, table), null);
    }

    /// <summary>Of rows none of which qualifies SQL counts 0, and here the count is missing: so ones and zeros are added up.</summary>
    private static Formula.Call Counted(Formula of, Formula? where, OssieTable table)
    {
        var known = IsAlwaysThere(of, table) ? null : new Formula.Presence(of, true);
        var condition = where is null || known is null ? where ?? known : new Formula.Binary(BinaryOperator.And, where, known);
        return condition is null
            ? Count(table, null)
            : new Formula.Call("sum", [new Formula.Case([new(condition, new Formula.Number(1, table.Name))], new Formula.Number(0))]);
    }

    private static Formula.Call Count(OssieTable table, Formula? where) => new("count", [new Formula.Name([table.Name])], where);

    /// <summary>Constants and the columns of the key are there in every row.</summary>
    private static bool IsAlwaysThere(Formula formula, OssieTable table) => formula switch
    {
        Formula.Number or Formula.Text or Formula.Truth => true,
        Formula.Name name => table.Key.Contains(name.Parts[^1]) && (name.Parts.Length == 1 || name.Parts[0] == table.Name),
        _ => false,
    };

    private static int Closing(List<SqlToken> tokens, int open)
    {
        var depth = 0;
        for (var at = open; at < tokens.Count; at++)
        {
            depth += tokens[at].Is("(") ? 1 : tokens[at].Is(")") ? -1 : 0;
            if (depth == 0)
                return at;
        }
        return tokens.Count - 1;
    }
}
