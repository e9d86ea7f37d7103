namespace Kelvin.Interchange.Sql;

/// <summary>What the names in a piece of SQL mean.</summary>
internal interface ISqlNames
{
    /// <summary>A bare or quoted name; null when it is not known.</summary>
    SqlValue? Column(string name);

    /// <summary>What stands between double braces; null when it is not known.</summary>
    SqlValue? Reference(string written);
}
