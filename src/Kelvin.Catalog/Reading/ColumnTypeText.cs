using System.Globalization;
using System.Text.RegularExpressions;
using Kelvin.Catalog.Yaml;
using Kelvin.Formulas;
using Kelvin.Language;
using Kelvin.Quantities;

namespace Kelvin.Catalog.Reading;

/// <summary>
/// Reads the type of a stored column: <c>text</c>, <c>timestamp?</c>, <c>text -> customers</c>, <c>money SEK with 9 decimals</c>, <c>money by currency</c>,
/// <c>number</c>, <c>integer</c>, <c>count clicks</c>, <c>duration hours</c>, <c>share</c>, <c>boolean</c>, <c>date</c>.
/// </summary>
internal sealed partial class ColumnTypeText
{
    private const int MoneyDecimals = 4;
    private const int MostDecimals = 18;
    private static readonly string[] Kinds =
        ["text", "integer", "number", "money", "count", "duration", "share", "boolean", "date", "timestamp"];

    private readonly YamlNode.Scalar _scalar;
    private readonly IssueList _issues;
    private readonly string _currency;
    private readonly List<(string Text, int At)> _words = [];
    private int _next;

    private ColumnTypeText(YamlNode.Scalar scalar, string currency, IssueList issues)
    {
        (_scalar, _currency, _issues) = (scalar, currency, issues);
        foreach (Match word in WordPattern().Matches(scalar.Text))
            _words.Add((word.Value, word.Index));
    }

    /// <summary>The type, or null after an issue. Money without a currency is in the workspace's.</summary>
    public static ColumnType? Read(YamlNode.Scalar scalar, string currency, IssueList issues)
    {
        var before = issues.Errors;
        var type = new ColumnTypeText(scalar, currency, issues).Whole();
        return issues.Errors == before ? type : null;
    }

    private ColumnType? Whole()
    {
        if (Take() is not var (kind, at))
            return Report("catalog.type-unknown", 0, 1, ("value", ""));
        var type = Kind(kind, at);
        if (type is null)
            return null;
        if (TakeIf("?"))
            type = type with { IsOptional = true };
        if (TakeIf("->"))
            type = type with { Link = Target() };
        if (TakeIf("?"))
            type = type with { IsOptional = true };
        if (Take() is var (rest, restAt))
            return Report("catalog.type-rest", restAt, rest.Length, ("rest", rest), ("type", kind));
        return type;
    }

    private ColumnType? Kind(string kind, int at) => kind switch
    {
        "text" => new(DataType.Text, null, false),
        "boolean" => new(DataType.Boolean, null, false),
        "date" => new(DataType.Date, null, false),
        "timestamp" => new(DataType.Timestamp, null, false),
        "integer" => new(DataType.Number(Unit.None), 0, false),
        "number" => Number(Unit.None, null),
        "share" => Number(Unit.Share, null),
        "money" when TakeIf("by") => ByCurrency(),
        "money" => Number(Currency(), MoneyDecimals),
        "count" => Item() is { } item ? new(DataType.Number(item), 0, false) : null,
        "duration" => Number(Duration(), null),
        _ => Report("catalog.type-unknown", at, kind.Length, ("value", kind), ("nearest", NearestName.Of(kind, Kinds))),
    };

    private ColumnType? Number(Unit? unit, int? decimals)
    {
        if (unit is null)
            return null;
        if (TakeIf("with"))
        {
            if (Take() is not var (count, _)
                || !int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) || digits > MostDecimals
                || !(TakeIf("decimals") || TakeIf("decimal")))
                return Report("catalog.type-decimals", 0, _scalar.Text.Length, ("most", MostDecimals));
            decimals = digits;
        }
        return new(DataType.Number(unit), decimals, false);
    }

    private Unit? Currency()
    {
        if (Peek() is not var (code, at) || code is "?" or "->" or "with")
            return Unit.Currency(_currency);
        _next++;
        if (Quantities.Currency.Find(code) is not null)
            return Unit.Currency(code);
        Report("catalog.currency", at, code.Length, ("value", code), ("nearest", CurrencyCode.Nearest(code)));
        return null;
    }

    /// <summary>Money in the currency that another column of the row says.</summary>
    private ColumnType? ByCurrency() =>
        Take() is var (column, at) && column is not ("?" or "->" or "with")
            ? Number(Unit.CurrencyBy(column), MoneyDecimals) is { } type ? type with { CurrencyColumn = (column, _scalar.PlaceOf(at, column.Length)) } : null
            : Report("catalog.type-money-by", 0, _scalar.Text.Length);

    private Unit? Item()
    {
        if (Peek() is var (item, _) && item is not ("?" or "->"))
        {
            _next++;
            return Unit.Item(item);
        }
        Report("catalog.type-count", 0, _scalar.Text.Length);
        return null;
    }

    private Unit? Duration()
    {
        var (word, at) = Take() ?? ("", 0);
        if (DurationWord.Find(word) is { } unit)
            return unit;
        Report("catalog.type-duration", at, Math.Max(1, word.Length), ("value", word),
            ("nearest", NearestName.Of(word, DurationWord.Known)), ("known", string.Join(", ", DurationWord.Known)));
        return null;
    }

    private (string, Place)? Target()
    {
        if (Take() is var (dataset, at) && dataset != "?")
            return (dataset, _scalar.PlaceOf(at, dataset.Length));
        Report("catalog.type-link", 0, _scalar.Text.Length);
        return null;
    }

    private (string Text, int At)? Peek() => _next < _words.Count ? _words[_next] : null;

    private (string Text, int At)? Take() => _next < _words.Count ? _words[_next++] : null;

    private bool TakeIf(string word)
    {
        var fits = Peek()?.Text == word;
        if (fits)
            _next++;
        return fits;
    }

    private ColumnType? Report(string code, int at, int length, params ReadOnlySpan<(string, object?)> arguments)
    {
        _issues.Add(_scalar.PlaceOf(at, length), code, arguments);
        return null;
    }

    /// <summary>An arrow, a question mark, or a word up to the next of these or a blank.</summary>
    [GeneratedRegex(@"->|\?|(?:(?!->)[^\s?])+")]
    private static partial Regex WordPattern();
}
