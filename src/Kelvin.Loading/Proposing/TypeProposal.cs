using System.Globalization;
using Kelvin.Catalog;
using Kelvin.Formulas;

namespace Kelvin.Loading.Proposing;

/// <summary>Chooses the type of a column from what its values and its name say. Where a tenth of the values or more do not fit, it is text.</summary>
internal sealed class TypeProposal(FileFormat format, char mark, DayOrder? days, DayOrder? moments, string currency)
{
    private const double Mostly = 0.9;
    private const int MoneyDecimals = 4;
    private const int LongestWhole = 18;
    private const int MostWritten = 8;

    public ColumnProposal Of(string name, int field, ColumnEvidence evidence, string? numberFormat)
    {
        var (type, kind, fitting) = Choose(name, evidence, numberFormat ?? "");
        var isText = kind == ValueKind.Text;
        var marks = evidence.Missing.Where(pair => !isText || format.Missing.Contains(pair.Key)).Sum(pair => pair.Value);
        var present = evidence.Present + evidence.Missing.Sum(pair => pair.Value) - marks;
        var missing = evidence.Empty + marks;
        return new ColumnProposal(name, field, missing > 0 ? type + "?" : type, kind)
        {
            Present = present,
            Missing = missing,
            Odd = Math.Max(0, present - (isText ? present : fitting)),
            IsUnique = evidence.IsUnique && missing == 0,
            Values = evidence.Values,
        };
    }

    private (string Type, ValueKind Kind, long Fitting) Choose(string name, ColumnEvidence evidence, string numberFormat)
    {
        var text = ("text", ValueKind.Text, evidence.Present);
        if (evidence.Present == 0)
            return text;
        var needed = Mostly * evidence.Present;
        var numbers = evidence.Numbers.Fitting(mark);
        if (evidence.Truths + evidence.Numbers.Bits >= needed && evidence.Truths > 0)
            return ("boolean", ValueKind.Boolean, evidence.Truths + evidence.Numbers.Bits);
        if (Day(name, evidence, numbers >= needed) is { } day && day.Fitting >= needed)
            return day;
        if (numbers < needed || evidence.Numbers.Codes > 0 && evidence.Numbers.Decimals(mark) == 0 || evidence.Numbers.Whole > LongestWhole)
            return text;
        return IsCode(name, evidence) ? text : Number(name, evidence.Numbers, numberFormat) is var (type, kind) ? (type, kind, numbers) : text;
    }

    private (string Type, ValueKind Kind, long Fitting)? Day(string name, ColumnEvidence evidence, bool areNumbers)
    {
        if (areNumbers && !HeaderWords.AreDays(name))
            return null;
        var found = evidence.Days;
        var isMoment = found.HasTimes || found.HasTimeOfDay && !found.IsUsual(DayOrder.YearMonthDay);
        if (found.Count == 0 || found.Best() is not [var first, ..])
            return null;
        var order = (isMoment ? moments : days) ?? first;
        return (isMoment ? "timestamp" : "date", isMoment ? ValueKind.Timestamp : ValueKind.Date, found.Fitting(order));
    }

    private static bool IsCode(string name, ColumnEvidence evidence) =>
        HeaderWords.AreCodes(name) && evidence.Numbers is { Percents: 0, Currency: null } && evidence.Numbers.Decimals('.') == 0;

    private (string, ValueKind) Number(string name, NumberEvidence numbers, string numberFormat)
    {
        var decimals = numbers.Decimals(mark);
        if (numbers.Percents > 0 || numberFormat.Contains('%', StringComparison.Ordinal))
            return ("share", ValueKind.Number);
        var code = HeaderWords.OfSign(numbers.Currency ?? SignIn(numberFormat), currency) ?? HeaderWords.Currency(name, currency);
        if (code is not null)
            return (decimals <= MoneyDecimals ? $"money {code}" : string.Create(CultureInfo.InvariantCulture, $"money {code} with {Math.Min(decimals, LongestWhole)} decimals"), ValueKind.Number);
        if (HeaderWords.Duration(name) is { } unit)
            return ($"duration {unit}", ValueKind.Number);
        return (decimals == 0 ? "integer"
            // More decimals than people write come from a program that counts in binary numbers.
            : decimals <= MostWritten && decimals + numbers.Whole <= 2 * LongestWhole ? string.Create(CultureInfo.InvariantCulture, $"number with {decimals} {(decimals == 1 ? "decimal" : "decimals")}")
            : "number", ValueKind.Number);
    }

    /// <summary>The sign in a number format of a spreadsheet: <c>#,##0.00 "kr"</c>, <c>[$€-2] #,##0.00</c>.</summary>
    private static string SignIn(string numberFormat) =>
        numberFormat.Contains("kr", StringComparison.OrdinalIgnoreCase) ? "kr"
        : numberFormat.FirstOrDefault(sign => sign is '€' or '£' or '¥') is var sign and not '\0' ? sign.ToString()
        : numberFormat.Contains("[$$", StringComparison.Ordinal) || numberFormat.Contains("\"$\"", StringComparison.Ordinal) ? "$" : "";
}
