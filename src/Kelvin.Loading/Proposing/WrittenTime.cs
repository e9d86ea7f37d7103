namespace Kelvin.Loading.Proposing;

/// <summary>How a time of day is written after a day.</summary>
/// <param name="HasT">Whether a T stands before it, and not a blank.</param>
/// <param name="Hours">How its hours are written; none where there is no time.</param>
/// <param name="HasSeconds">Whether it has seconds.</param>
/// <param name="HasFractions">Whether its seconds have decimals.</param>
/// <param name="Offset">What is said of its zone.</param>
internal readonly record struct WrittenTime(bool HasT, WrittenHours Hours, bool HasSeconds, bool HasFractions, WrittenOffset Offset)
{
    /// <summary>No time of day.</summary>
    public static WrittenTime None => default;

    /// <summary>That of an instant that is written in the one way that needs no interpretation, from the sign after its day.</summary>
    public static WrittenTime OfPlain(ReadOnlySpan<byte> time) => new(
        time[0] == 'T', WrittenHours.TwoDigits, time.Length > 7, time.Length > 10, time[^1] == 'Z' ? WrittenOffset.Utc : WrittenOffset.None);

    /// <summary>As a format; empty without a time.</summary>
    public string Format => Hours == WrittenHours.None ? "" : string.Concat(
        HasT ? "'T'" : " ",
        Hours switch { WrittenHours.OneDigit => "H:mm", WrittenHours.TwoDigits => "HH:mm", _ => "h:mm" },
        HasSeconds ? HasFractions ? ":ss.FFFFFFF" : ":ss" : "",
        (Hours switch { WrittenHours.OfTwelve => "tt", WrittenHours.OfTwelveApart => " tt", _ => "" })
            + Offset switch { WrittenOffset.Utc => "'Z'", WrittenOffset.Hours => "zzz", _ => "" });

    /// <summary>The format of what follows a day: a time of day, perhaps with seconds, decimals, AM or PM, and an offset.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out WrittenTime time, out bool isMidnight)
    {
        (time, isMidnight) = (None, true);
        if (text.IsEmpty)
            return true;
        if (text[0] is not (' ' or 'T') || text.Length < 5)
            return false;
        var written = text[1..];
        var isUtc = written is [.., 'Z'];
        if (isUtc)
            written = written[..^1];
        var isTwelve = written is [_, _, _, .., 'M' or 'm'];
        var clock = isTwelve ? written[..^2].TrimEnd() : written;
        var hour = clock.IndexOfAnyExceptInRange('0', '9');
        if (hour is not (1 or 2) || clock.Length < hour + 3 || clock[hour] != ':')
            return false;
        var after = clock[(hour + 1)..];
        if (!char.IsAsciiDigit(after[0]) || !char.IsAsciiDigit(after[1]) || after.Length > 2 && char.IsAsciiDigit(after[2]))
            return false;
        var seconds = after[2..];
        var hasOffset = seconds.IndexOfAny('+', '-') is >= 0 and var sign && (seconds = seconds[..sign]).Length >= 0;
        var hasSeconds = seconds.Length >= 3 && seconds[0] == ':';
        if (!seconds.IsEmpty && !hasSeconds)
            return false;
        isMidnight = !clock.ContainsAnyInRange('1', '9') && !isTwelve;
        var hours = !isTwelve ? hour == 1 ? WrittenHours.OneDigit : WrittenHours.TwoDigits
            : clock.Length + 2 < written.Length ? WrittenHours.OfTwelveApart : WrittenHours.OfTwelve;
        time = new WrittenTime(text[0] == 'T', hours, hasSeconds, hasSeconds && seconds.Length > 3, isUtc ? WrittenOffset.Utc : hasOffset ? WrittenOffset.Hours : WrittenOffset.None);
        return true;
    }
}

/// <summary>How the hours of a time of day are written.</summary>
internal enum WrittenHours : byte
{
    None,
    OneDigit,
    TwoDigits,

    /// <summary>Up to twelve, with AM or PM at once after the time.</summary>
    OfTwelve,

    /// <summary>Up to twelve, with AM or PM after a blank.</summary>
    OfTwelveApart,
}

/// <summary>What a time of day says of its zone.</summary>
internal enum WrittenOffset : byte
{
    None,
    Utc,
    Hours,
}
