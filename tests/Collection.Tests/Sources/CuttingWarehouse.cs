using Kelvin.Language;
using Kelvin.Queries.Warehouse;

namespace Collection.Tests.Sources;

/// <summary>A warehouse after whose every load something happens: the source is cut off, the process dies, someone cancels.</summary>
internal sealed class CuttingWarehouse(IWarehouse warehouse, Func<Task> afterLoad) : PassingWarehouse(warehouse)
{
    public override async Task<Checked<LoadReport>> LoadAsync(LoadRequest request, IProgress<LoadProgress>? progress, CancellationToken cancellationToken)
    {
        var loaded = await base.LoadAsync(request, progress, cancellationToken);
        await afterLoad();
        return loaded;
    }
}
