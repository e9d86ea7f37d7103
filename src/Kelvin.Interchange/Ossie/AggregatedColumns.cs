using Kelvin.Formulas.Syntax;
using Kelvin.Interchange.Sql;

namespace Kelvin.Interchange.Ossie;

/// <summary>The columns inside an aggregate: those of one dataset by their bare names, others with their dataset before them.</summary>
/// <param name="tables">All datasets.</param>
/// <param name="only">The dataset of the whole expression, where it is one.</param>
internal sealed class AggregatedColumns(IReadOnlyList<OssieTable> tables, OssieTable? only) : ISqlNames
{
    private readonly List<SqlValue> _qualified = [];
    private readonly HashSet<OssieTable> _used = [];

    /// <summary>The dataset of all columns that were found, where it is one.</summary>
    public OssieTable? Only => _used.Count == 1 ? _used.Single() : null;

    /// <summary>The expression with a single name for each column that has its dataset before it.</summary>
    public string Rewrite(List<SqlToken> tokens)
    {
        var text = new List<string>();
        for (var at = 0; at < tokens.Count; at++)
        {
            if (at + 2 < tokens.Count && tokens[at + 1].Is(".") && Named(tokens[at]) is { } table && InTable(table, tokens[at + 2].Plain) is { } value)
            {
                text.Add(TakenPlace.Of(_qualified.Count));
                _qualified.Add(value);
                at += 2;
            }
            else
                text.Add(tokens[at].Written);
        }
        return string.Join(' ', text);
    }

    /// <inheritdoc />
    public SqlValue? Column(string name)
    {
        if (TakenPlace.Find(name, _qualified) is { } qualified)
            return qualified;
        if (only is not null)
            return InTable(only, name);
        // Without a dataset before it, a name means the only column that is so called.
        var owners = tables.Where(table => table.Columns.Any(column => column.Name.Equals(name, StringComparison.OrdinalIgnoreCase))).ToList();
        return owners is [var owner] ? InTable(owner, name) : null;
    }

    /// <inheritdoc />
    public SqlValue? Reference(string written) => null;

    private SqlValue? InTable(OssieTable table, string column)
    {
        if (table.Column(column) is not { } value)
            return null;
        _used.Add(table);
        return only == table ? value : value with { Formula = new Formula.Name([table.Name, .. ((Formula.Name)value.Formula).Parts]) };
    }

    private OssieTable? Named(SqlToken token) => tables.FirstOrDefault(table => table.Source.Name.Equals(token.Plain, StringComparison.OrdinalIgnoreCase));
}
