namespace Kelvin.Formulas.Syntax;

/// <summary>Writes formulas in their canonical form, with as few parentheses as they need.</summary>
public static class FormulaPrinter
{
    /// <summary>The canonical text. Parsing it gives an equal tree.</summary>
    public static string Print(Formula formula) => throw new NotImplementedException();
}
