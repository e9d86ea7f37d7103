using Kelvin.Formulas.Syntax;
using Kelvin.Language;

namespace Kelvin.Formulas.Checking.Words;

/// <summary>Parts of a formula as sentences show them.</summary>
internal static class Written
{
    /// <summary>The formula, cut where it would drown the sentence.</summary>
    public static string Of(Formula formula)
    {
        const int most = 60;
        var text = FormulaPrinter.Print(formula);
        return text.Length <= most ? text : string.Concat(text.AsSpan(0, most), "…");
    }

    /// <summary>The known name that was probably meant; null for what is too long to be a slip of one.</summary>
    public static string? Nearest(string written, IEnumerable<string> known)
    {
        const int longest = 100;
        return written.Length > longest ? null : NearestName.Of(written, known.Where(name => name.Length <= longest));
    }
}
