namespace Kelvin.Sql.Rendering;

/// <summary>How tightly a piece of SQL holds together, loosest first.</summary>
internal enum SqlBinding
{
    Or,
    And,
    Not,
    Comparison,
    Sum,
    Product,
    Sign,
    Atom,
}
