using Kelvin.Quantities;

namespace Kelvin.Catalog.Reading;

/// <summary>Words for lengths of time, in singular and plural.</summary>
internal static class DurationWord
{
    public static IReadOnlyList<string> Known { get; } = ["seconds", "minutes", "hours", "days"];

    public static Unit? Find(string word) => word switch
    {
        "second" or "seconds" => Unit.Second,
        "minute" or "minutes" => Unit.Minute,
        "hour" or "hours" => Unit.Hour,
        "day" or "days" => Unit.Day,
        _ => null,
    };
}
