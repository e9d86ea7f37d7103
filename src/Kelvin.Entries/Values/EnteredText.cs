using System.Globalization;
using Kelvin.Catalog;
using Kelvin.Formulas;
using Kelvin.Language;

namespace Kelvin.Entries.Values;

/// <summary>Reads what a person types or pastes into a cell, as their language writes it. What has two meanings is asked back, never guessed.</summary>
public static class EnteredText
{
    /// <summary>The longest text that a cell takes.</summary>
    public const int Longest = 4_000;

    /// <summary>The value, as it is kept: null in a sound outcome's <see cref="EnteredValue.Value"/> when the cell is emptied.</summary>
    public static Checked<EnteredValue> Read(string? text, Column column, Tongue tongue)
    {
        var written = text?.Trim().Trim('\u00A0', '\u202F') ?? "";
        if (written.Length == 0 || written is "–" or "—")
            return Checked<EnteredValue>.Sound(new EnteredValue(null));
        if (written.Length > Longest || written.Contains('\0', StringComparison.Ordinal))
            return Fault("entry.text-too-long", column, written, ("most", Longest));
        return column.Type.Kind switch
        {
            ValueKind.Text => Checked<EnteredValue>.Sound(new EnteredValue(written)),
            ValueKind.Boolean => Truth(written) is { } truth ? Checked<EnteredValue>.Sound(new EnteredValue(truth)) : Fault("entry.not-truth", column, written),
            ValueKind.Date => Day(written, tongue) is { } day ? Checked<EnteredValue>.Sound(new EnteredValue(day)) : Fault("entry.not-date", column, written),
            _ => EnteredNumber.Read(written, column, tongue),
        };
    }

    internal static Checked<EnteredValue> Fault(string code, Column column, string written, params ReadOnlySpan<(string, object?)> more) =>
        Checked<EnteredValue>.Faulty(Issue.At(null, code, [("column", column.Name), ("value", written.Length > 60 ? written[..60] + "…" : written), .. more]));

    private static object? Truth(string written) => written.ToLowerInvariant() switch
    {
        "true" or "yes" or "y" or "ja" or "j" or "x" or "1" or "sant" => true,
        "false" or "no" or "n" or "nej" or "0" or "falskt" => false,
        _ => null,
    };

    /// <summary>In ISO form, or as the language writes it; day and month are never told apart by their size.</summary>
    private static object? Day(string written, Tongue tongue)
    {
        string[] forms = tongue == Tongue.English ? ["yyyy-MM-dd", "d/M/yyyy", "d MMM yyyy", "d MMMM yyyy"] : ["yyyy-MM-dd", "yyyyMMdd", "d MMM yyyy", "d MMMM yyyy"];
        return DateOnly.TryParseExact(written, forms, Texts.CultureOf(tongue), DateTimeStyles.None, out var day) && day.Year >= 1000 ? day : null;
    }
}
