using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Sql.Tree;

namespace Kelvin.Compiler.Lowering;

/// <summary>
/// The sources of a statement: a dataset, and what its rows lead to over to-one links. Each link is joined once from where it leads on.
/// All joins keep the dataset's rows as they are: a link that leads nowhere gives missing values. They may also keep what
/// nothing leads to.
/// </summary>
internal sealed class JoinTree
{
    private readonly Dictionary<(string From, string Link, SqlExpression? At), string> _aliasOf = [];
    private readonly List<SqlJoin> _joins = [];
    private readonly Dictionary<(string Alias, string Dataset, string Link), GroupedJoin> _rolledUp = [];
    private readonly HashSet<string> _aliases = new(StringComparer.Ordinal);

    /// <summary>A tree that has only the dataset.</summary>
    public JoinTree(Dataset root, Func<string, SqlSource> rows, SqlJoinKind kind)
    {
        Kind = kind;
        RootAlias = NewAlias(root.Name);
        Root = rows(RootAlias);
    }

    /// <summary>Whether links keep only the rows before them or both sides.</summary>
    public SqlJoinKind Kind { get; }

    /// <summary>The dataset's rows.</summary>
    public SqlSource Root { get; }

    /// <summary>The alias of the dataset's rows.</summary>
    public string RootAlias { get; }

    /// <summary>The joins, each after those it depends on.</summary>
    public ImmutableArray<SqlJoin> Joins =>
        [.. _joins.Select(join => _rolledUp.Values.FirstOrDefault(one => one.Alias == join.Source.Alias)?.ToJoin(join.Kind, join.On) ?? join)];

    /// <summary>The alias of the one row of a dataset that belongs to a row before, joined when first asked for.</summary>
    /// <param name="from">The alias of the rows before.</param>
    /// <param name="dataset">The dataset.</param>
    /// <param name="way">What leads there: the name of a link, or what begins with a point as other names of ours.</param>
    /// <param name="at">The moment that is meant, where rows hold for a time; else null.</param>
    /// <param name="join">The dataset's rows under an alias, joined so that every row before is kept, once.</param>
    public string AliasOf(string from, string dataset, string way, SqlExpression? at, Func<string, SqlJoin> join)
    {
        var key = (from, way, at);
        if (_aliasOf.TryGetValue(key, out var alias))
            return alias;
        _aliasOf[key] = alias = NewAlias(dataset);
        _joins.Add(join(alias));
        return alias;
    }

    /// <summary>A column of rows that are grouped by what they lead to; they are grouped once for each way to a row.</summary>
    /// <param name="parent">Alias of the rows that are led to.</param>
    /// <param name="dataset">The dataset of the grouped rows.</param>
    /// <param name="way">How they lead there.</param>
    /// <param name="kind">Whether groups are kept that no row has anything in common with.</param>
    /// <param name="start">Starts the groups when none are there yet.</param>
    /// <param name="keys">What a row must have in common with a group.</param>
    /// <param name="column">The name of the column among the groups' own.</param>
    public SqlExpression.Column Grouped(
        string parent, string dataset, string way, SqlJoinKind kind, Func<GroupedJoin> start, Func<ImmutableArray<SqlExpression>> keys, Func<GroupedJoin, string> column)
    {
        var place = (parent, dataset, way);
        if (!_rolledUp.TryGetValue(place, out var join))
        {
            join = start();
            var values = keys();
            join.Alias = NewAlias(dataset);
            _rolledUp[place] = join;
            _joins.Add(new SqlJoin(kind, new SqlSource.Table(dataset, join.Alias), join.On(values)));
        }
        return new SqlExpression.Column(join.Alias, column(join));
    }

    private string NewAlias(string name)
    {
        var alias = name;
        for (var number = 2; !_aliases.Add(alias); number++)
            alias = FormattableString.Invariant($"{name}_{number}");
        return alias;
    }
}
