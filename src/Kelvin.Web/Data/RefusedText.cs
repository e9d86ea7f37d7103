using Kelvin.Language;
using Microsoft.AspNetCore.WebUtilities;

namespace Kelvin.Web.Data;

/// <summary>
/// Why something could not be done, carried in an address from the form that asked to the page that says so. Only texts of the product
/// are read; what else an address holds is passed over.
/// </summary>
public static class RefusedText
{
    private const int Longest = 100;

    /// <summary>An issue as a part of an address.</summary>
    public static string Write(Issue issue) =>
        QueryHelpers.AddQueryString(issue.Code, issue.Arguments.Select(argument => KeyValuePair.Create(argument.Key, (string?)FormattableString.Invariant($"{argument.Value}"))));

    /// <summary>What was written; null for nothing or anything else.</summary>
    public static Issue? Read(string? text)
    {
        if (text?.Split('?', 2) is not [var code, .. var rest] || !Texts.Keys(Tongue.English).Any(key => key == code || key == code + ".text"))
            return null;
        var arguments = rest is [var query] ? QueryHelpers.ParseQuery(query) : [];
        return Issue.At(null, code, [.. arguments.Select(pair => (pair.Key, (object?)Value(pair.Value.ToString())))]);
    }

    private static object Value(string text) =>
        long.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : text.Length <= Longest ? text : text[..Longest];
}
