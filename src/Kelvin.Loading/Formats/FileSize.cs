using System.Globalization;

namespace Kelvin.Loading.Formats;

/// <summary>Sizes as people say them.</summary>
public static class FileSize
{
    private static readonly string[] Units = ["B", "kB", "MB", "GB", "TB"];

    /// <summary>A size in the largest unit of which it is at least one, without decimals.</summary>
    public static string Of(double bytes)
    {
        var unit = 0;
        for (; bytes >= 1_000 && unit < Units.Length - 1; unit++)
            bytes /= 1_000;
        return string.Create(CultureInfo.InvariantCulture, $"{Math.Round(bytes)} {Units[unit]}");
    }
}
