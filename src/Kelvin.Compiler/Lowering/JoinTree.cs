using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Formulas;
using Kelvin.Sql.Tree;

namespace Kelvin.Compiler.Lowering;

/// <summary>
/// The sources of a statement: a dataset, and what its rows lead to over to-one links. Each link path is joined once.
/// All joins keep the dataset's rows as they are: a link that leads nowhere gives missing values.
/// </summary>
internal sealed class JoinTree
{
    private readonly Dictionary<string, string> _aliasOf = [];
    private readonly List<SqlJoin> _joins = [];
    private readonly Dictionary<(string Alias, string Dataset, string Link), RolledUpJoin> _rolledUp = [];
    private readonly HashSet<string> _aliases = new(StringComparer.Ordinal);

    /// <summary>A tree that has only the dataset.</summary>
    public JoinTree(Dataset root)
    {
        RootAlias = NewAlias(root.Name);
        Root = new SqlSource.Table(root.Name, RootAlias);
    }

    /// <summary>The dataset's rows.</summary>
    public SqlSource Root { get; }

    /// <summary>The alias of the dataset's rows.</summary>
    public string RootAlias { get; }

    /// <summary>The joins, each after those it depends on.</summary>
    public ImmutableArray<SqlJoin> Joins =>
        [.. _joins.Select(join => _rolledUp.Values.FirstOrDefault(one => one.Alias == join.Source.Alias)?.ToJoin(join.On) ?? join)];

    /// <summary>The alias of the dataset at the end of a link path, joined when first asked for.</summary>
    /// <param name="path">The link columns, from the root.</param>
    /// <param name="target">The dataset at the end.</param>
    /// <param name="link">The value of the last link column, asked for only when the join is new.</param>
    /// <param name="rows">The rows of the dataset under an alias.</param>
    public string AliasOf(ImmutableArray<string> path, Dataset target, Func<SqlExpression> link, Func<string, SqlSource> rows)
    {
        var key = string.Join('.', path);
        if (_aliasOf.TryGetValue(key, out var alias))
            return alias;
        var value = link();
        _aliasOf[key] = alias = NewAlias(target.Name);
        var on = new SqlExpression.Call(SqlFunction.Equal, new SqlExpression.Column(alias, target.Key[0]), value);
        _joins.Add(new SqlJoin(SqlJoinKind.Left, rows(alias), on));
        return alias;
    }

    /// <summary>The column of an aggregate over rows that link to a joined dataset's rows; grouped once per dataset and link.</summary>
    /// <param name="parent">Alias of the rows that are linked to.</param>
    /// <param name="key">Their key column.</param>
    /// <param name="rolled">The aggregate.</param>
    /// <param name="start">Starts the groups when none are there yet.</param>
    /// <param name="lower">Lowers the aggregate in a tree of its own dataset.</param>
    public SqlExpression RolledUp(string parent, string key, RowExpression.RolledUp rolled, Func<RolledUpJoin> start, Func<RolledUpJoin, SqlExpression> lower)
    {
        var place = (parent, rolled.Of.Dataset, rolled.Link);
        if (!_rolledUp.TryGetValue(place, out var join))
        {
            join = start();
            join.Alias = NewAlias(rolled.Of.Dataset);
            _rolledUp[place] = join;
            var on = new SqlExpression.Call(SqlFunction.Equal,
                new SqlExpression.Column(join.Alias, RolledUpJoin.KeyColumn), new SqlExpression.Column(parent, key));
            _joins.Add(new SqlJoin(SqlJoinKind.Left, new SqlSource.Table(rolled.Of.Dataset, join.Alias), on));
        }
        return new SqlExpression.Column(join.Alias, join.ColumnOf(rolled.Of, () => lower(join)));
    }

    private string NewAlias(string name)
    {
        var alias = name;
        for (var number = 2; !_aliases.Add(alias); number++)
            alias = FormattableString.Invariant($"{name}_{number}");
        return alias;
    }
}
