using System.Globalization;

namespace Kelvin.Collection.Sources;

/// <summary>The last known value of a cursor: a number, a moment or a text.</summary>
/// <param name="Value">long, decimal, double, DateTime, DateTimeOffset, DateOnly or string.</param>
public sealed record CursorValue(object Value)
{
    private const char Mark = ':';

    /// <summary>The cursor's value in a row; null for one that cannot be a cursor.</summary>
    public static CursorValue? Of(object? value) => value switch
    {
        byte or short or int or long or sbyte or ushort or uint => new(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        ulong or decimal => new(Convert.ToDecimal(value, CultureInfo.InvariantCulture)),
        float or double => new(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        DateTime or DateTimeOffset or DateOnly or string => new(value),
        Guid id => new(id.ToString()),
        _ => null,
    };

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static CursorValue? Parse(string? written)
    {
        if (written?.IndexOf(Mark, StringComparison.Ordinal) is not { } at || at < 0)
            return null;
        var (kind, text) = (written[..at], written[(at + 1)..]);
        return new(kind switch
        {
            "whole" => long.Parse(text, CultureInfo.InvariantCulture),
            "exact" => decimal.Parse(text, CultureInfo.InvariantCulture),
            "binary" => double.Parse(text, CultureInfo.InvariantCulture),
            "moment" => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
            "instant" => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
            "day" => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture),
            _ => text,
        });
    }

    /// <summary>The value alone, for people.</summary>
    public string Text => Value switch
    {
        DateTime moment => moment.ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.ToString("O", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        double binary => binary.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(Value, CultureInfo.InvariantCulture)!,
    };

    /// <summary>The value with its type, to be kept.</summary>
    public override string ToString() => Value switch
    {
        long => "whole",
        decimal => "exact",
        double => "binary",
        DateTime => "moment",
        DateTimeOffset => "instant",
        DateOnly => "day",
        _ => "text",
    } + Mark + Text;
}
