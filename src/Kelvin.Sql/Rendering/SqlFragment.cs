namespace Kelvin.Sql.Rendering;

/// <summary>A rendered expression, with what is needed to know whether parentheses must go around it.</summary>
internal sealed record SqlFragment(string Text, SqlBinding Binding)
{
    /// <summary>Something that never needs parentheses: a name, a constant, a function with its arguments.</summary>
    public static SqlFragment Atom(string text) => new(text, SqlBinding.Atom);

    /// <summary>The text, in parentheses unless it binds at least this tightly.</summary>
    public string In(SqlBinding binding) => Binding >= binding ? Text : $"({Text})";

    /// <summary>Whether this is a whole number written out.</summary>
    public bool IsWholeNumber => Text.All(char.IsAsciiDigit);

    /// <inheritdoc />
    public override string ToString() => Text;
}
