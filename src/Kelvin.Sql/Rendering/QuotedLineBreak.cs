namespace Kelvin.Sql.Rendering;

/// <summary>Finds line breaks inside quoted names, where indenting would change the name.</summary>
internal static class QuotedLineBreak
{
    /// <summary>Whether any name in this statement contains one. Statements hold no text constants, so every quote is a name's.</summary>
    public static bool IsIn(string statement)
    {
        var inside = false;
        foreach (var character in statement)
        {
            if (character == '"')
                inside = !inside;
            else if (character == '\n' && inside)
                return true;
        }
        return false;
    }
}
