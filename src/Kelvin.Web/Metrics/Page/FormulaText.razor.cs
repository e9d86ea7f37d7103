using System.Text.RegularExpressions;
using Kelvin.Catalog;
using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Metrics.Page;

/// <summary>A metric's formula, with links to the metrics it refers to.</summary>
public sealed partial class FormulaText
{
    [Parameter, EditorRequired]
    public Metric Metric { get; set; } = null!;

    private IEnumerable<(string Text, string? Metric)> Pieces
    {
        get
        {
            var references = Metric.Expression.References().ToHashSet(StringComparer.Ordinal);
            foreach (Match match in NamesAndRest().Matches(Metric.Formula))
                yield return (match.Value, references.Contains(match.Value) ? match.Value : null);
        }
    }

    // A name that belongs to a path (orders.amount) or stands in quotes is not a metric, and is taken whole.
    [GeneratedRegex("""'[^']*'|"[^"]*"|[\p{L}_][\p{L}\p{N}_.]*|[^'"\p{L}_]+|.""", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex NamesAndRest();
}
