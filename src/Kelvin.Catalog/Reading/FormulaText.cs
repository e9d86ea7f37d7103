using Kelvin.Catalog.Yaml;
using Kelvin.Formulas.Syntax;

namespace Kelvin.Catalog.Reading;

/// <summary>A formula inside a scalar, perhaps after an equals sign.</summary>
internal sealed class FormulaText(YamlNode.Scalar scalar, int skip)
{
    /// <summary>The formula as written, without the equals sign of a computed column.</summary>
    public string Text { get; } = scalar.Text[skip..].Trim();

    /// <summary>Where it stands as a whole.</summary>
    public Language.Place Place => scalar.Place;

    /// <summary>The formula for the parser, with places in the file.</summary>
    public FormulaSource Source
    {
        get
        {
            var start = scalar.Text.IndexOf(Text, skip, StringComparison.Ordinal);
            return FormulaSource.Mapped(Text, scalar.Place.File, offset =>
            {
                var place = scalar.PlaceOf(start + offset, 1);
                return (place.Line, place.Column);
            });
        }
    }

    /// <summary>The formula of a column written in short form, <c>= …</c>; null when it is not one.</summary>
    public static FormulaText? AfterEquals(YamlNode.Scalar scalar)
    {
        var text = scalar.Text.AsSpan().TrimStart();
        return text.StartsWith("=") ? new(scalar, scalar.Text.Length - text.Length + 1) : null;
    }
}
