using System.Globalization;
using Kelvin.Queries.Answers;

namespace Kelvin.Web.Metrics;

/// <summary>
/// The datasets that a part of a page shows, each with its version. The page's script asks for a part again when one of them has moved on.
/// </summary>
internal static class LiveMark
{
    public static string Of(Explanation? explanation) => explanation is null
        ? ""
        : string.Join(' ', explanation.Datasets.Select(state => string.Create(CultureInfo.InvariantCulture, $"{state.Dataset}:{state.DataVersion}")));
}
