namespace Kelvin.Interchange.Sql;

/// <summary>A piece of an SQL expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">A word in lower case, a quoted name or a text as meant, a sign or a number as written.</param>
/// <param name="Written">The characters as they stand.</param>
internal readonly record struct SqlToken(SqlTokenKind Kind, string Value, string Written)
{
    /// <summary>A word as it stands, anything else as meant.</summary>
    public string Plain => Kind == SqlTokenKind.Word ? Written : Value;

    public bool Is(string wordOrSign) => Kind is SqlTokenKind.Word or SqlTokenKind.Sign && Value == wordOrSign;
}

/// <summary>Kinds of token.</summary>
internal enum SqlTokenKind
{
    Word,
    QuotedName,
    Number,
    Text,
    Sign,

    /// <summary>What stands between double braces.</summary>
    Reference,
    Unknown,
    End,
}
