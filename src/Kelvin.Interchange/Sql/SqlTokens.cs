namespace Kelvin.Interchange.Sql;

/// <summary>Goes through tokens one by one.</summary>
internal sealed class SqlTokens(List<SqlToken> tokens)
{
    private int _at;

    public SqlToken Current => tokens[_at];

    public SqlToken Next => tokens[Math.Min(_at + 1, tokens.Count - 1)];

    public SqlToken Take() => tokens[_at < tokens.Count - 1 ? _at++ : _at];

    public bool TakeIf(string wordOrSign)
    {
        var fits = Current.Is(wordOrSign);
        if (fits)
            _at++;
        return fits;
    }

    /// <summary>Takes a word or sign that must come here.</summary>
    public void Expect(string wordOrSign)
    {
        if (!TakeIf(wordOrSign))
            throw new UntranslatableSqlException(Current.Written);
    }
}
