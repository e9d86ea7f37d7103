using System.Collections.Immutable;
using System.Globalization;
using Kelvin.Catalog;
using Kelvin.Language;

namespace Kelvin.Loading;

/// <summary>Whether what a format says of dates and numbers can be used.</summary>
internal static class FormatCheck
{
    public static ImmutableArray<Issue> Issues(FileFormat format)
    {
        var issues = ImmutableArray.CreateBuilder<Issue>();
        if (format.DecimalMark is { } mark and not ('.' or ','))
            issues.Add(Issue.At(null, "import.unusable-decimal", ("mark", mark.ToString())));
        if (format.Dates is { } dates && !IsUsable(dates, "d", "M", "y"))
            issues.Add(Issue.At(null, "import.unusable-dates", ("format", dates)));
        if (format.Timestamps is { } timestamps && !IsUsable(timestamps, "d", "M", "y"))
            issues.Add(Issue.At(null, "import.unusable-timestamps", ("format", timestamps)));
        return issues.ToImmutable();
    }

    /// <summary>What of a format decides how a file is read.</summary>
    public static string Fingerprint(FileFormat format) => string.Create(CultureInfo.InvariantCulture,
        $"{format.Separator}|{format.DecimalMark}|{format.Encoding}|{format.HasHeader}|{format.Dates}|{format.Timestamps}|{string.Join('\u001f', format.Missing)}|{string.Join('\u001f', format.Names)}{Part("line", format.HeaderLine)}{Part("quote", format.Quote)}{Part("entry", format.Entry)}{Part("sheet", format.Sheet)}{Part("footers", format.Footers.IsEmpty ? null : string.Join('\u001f', format.Footers))}");

    // What is not said leaves no trace, so that files loaded before it could be said are known again.
    private static string Part(string name, object? value) => value is null ? "" : string.Create(CultureInfo.InvariantCulture, $"|{name}={value}");

    private static bool IsUsable(string format, params ReadOnlySpan<string> parts)
    {
        foreach (var part in parts)
            if (!format.Contains(part, StringComparison.Ordinal))
                return false;
        var sample = new DateTime(2001, 12, 23, 14, 56, 59, DateTimeKind.Utc);
        try
        {
            return DateTime.TryParseExact(
                sample.ToString(format, CultureInfo.InvariantCulture), format, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var read)
                && read.Date == sample.Date;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
