using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Kelvin.Web.Elements;

/// <summary>The paths of a sparkline in a box of 100 by 40, empty where nothing is known.</summary>
internal sealed record SparkShape(string Finished, string Unfinished, string Marker)
{
    private const double Width = 100, Top = 3, Bottom = 37;

    public bool IsEmpty => Finished.Length == 0 && Unfinished.Length == 0;

    public static SparkShape Of(ImmutableArray<SparkPoint> points)
    {
        var known = points.Where(point => point.Value is not null).Select(point => point.Value!.Value).ToArray();
        if (known.Length == 0)
            return new("", "", "");
        var (low, high) = (known.Min(), known.Max());
        var height = high > low ? high - low : 1;
        string? At(int index) => points[index].Value is not { } value ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"{(points.Length == 1 ? Width : index * Width / (points.Length - 1)):0.##} {(high > low ? Bottom - (value - low) / height * (Bottom - Top) : 20):0.##}");

        var finished = points.TakeWhile(point => point.IsFinished).Count();
        var lastKnown = points.Length - 1;
        while (points[lastKnown].Value is null)
            lastKnown--;
        return new(
            Path(0, finished, At),
            // The dashed line starts where the whole one ends.
            finished < points.Length ? Path(Math.Max(0, finished - 1), points.Length, At) : "",
            $"M{At(lastKnown)}h0");
    }

    private static string Path(int from, int until, Func<int, string?> at)
    {
        var path = new StringBuilder();
        var isDrawing = false;
        for (var i = from; i < until; i++)
        {
            var point = at(i);
            if (point is not null)
                path.Append(isDrawing ? 'L' : 'M').Append(point).Append(isDrawing ? "" : "h0");
            isDrawing = point is not null;
        }
        return path.ToString();
    }
}
