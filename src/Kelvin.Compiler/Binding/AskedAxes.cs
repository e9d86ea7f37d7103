using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Formulas;
using Kelvin.Language;

namespace Kelvin.Compiler.Binding;

/// <summary>Reads the time axes that a question chooses: <c>orders.paid_at</c> places orders by when they were paid.</summary>
internal sealed class AskedAxes(MetricCatalog catalog, ImmutableArray<Issue>.Builder issues)
{
    private readonly CatalogScope _scope = new(catalog);

    /// <summary>Dataset to column.</summary>
    public ImmutableDictionary<string, ColumnPath> Read(ImmutableArray<string> written)
    {
        var axes = ImmutableDictionary.CreateBuilder<string, ColumnPath>(StringComparer.Ordinal);
        foreach (var text in written)
        {
            var parts = text.Split('.', 2, StringSplitOptions.TrimEntries);
            if (parts.Length < 2 || _scope.Dataset(parts[0]) is not { } rows)
                issues.Add("query.axis-form", ("written", text), ("nearest", NearestName.Of(parts[0], catalog.Datasets.Keys)));
            else if (issues.Keep(ColumnResolver.Resolve(parts[1], rows, _scope)) is { } found)
            {
                if (found.Type.Kind is ValueKind.Date or ValueKind.Timestamp)
                    axes[parts[0]] = found.Path;
                else
                    issues.Add("query.axis-kind", ("column", text));
            }
        }
        return axes.ToImmutable();
    }
}
