using Kelvin.Language;

namespace Kelvin.Formulas.Syntax;

/// <summary>Reads formulas.</summary>
public static class FormulaParser
{
    /// <summary>The tree of a formula, or every issue of its writing. Time grows in proportion to the text.</summary>
    public static Checked<Formula> Parse(FormulaSource source)
    {
        var issues = new List<Issue>();
        var tokens = new FormulaLexer(source, issues).Read();
        var formula = new FormulaReader(new TokenCursor(source, tokens, issues)).Whole();
        return Checked<Formula>.From(formula, Places.InOrder(issues));
    }

    /// <summary>The tree of a formula typed without a file.</summary>
    public static Checked<Formula> Parse(string text) => Parse(FormulaSource.Typed(text));
}
