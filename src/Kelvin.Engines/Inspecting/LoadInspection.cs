using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Catalog.Expectations;
using Kelvin.Engines.Book;
using Kelvin.Engines.Preparing;
using Kelvin.Engines.Sessions;
using Kelvin.Language;
using Kelvin.Queries.Trusting;

namespace Kelvin.Engines.Inspecting;

/// <summary>
/// Runs the checks of a dataset inside the transaction of a load: what they find belongs to just those rows, and is there together
/// with them or not at all. Where no checks are declared it costs nothing.
/// </summary>
internal sealed class LoadInspection(IEngine engine, ISession session, ViewStates prepared, TimeProvider clock, CancellationToken cancellationToken)
{
    /// <summary>Looks at the rows after a load, and writes down what was found.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="load">The load; the last of several that become durable together.</param>
    /// <param name="moment">When.</param>
    /// <param name="source">Where its rows come from, or null.</param>
    /// <exception cref="RefusedLoadException">A check that blocks fails.</exception>
    public async Task RefuseOrWriteAsync(string dataset, long load, DateTime moment, string? source)
    {
        if (await FindAsync(dataset, load, moment) is not { } found)
            return;
        if (found.Refuses)
            throw new RefusedLoadException(found.Dataset, found.Inspection with { Source = source });
        await new InspectionBook(engine, session, cancellationToken).WriteAsync(dataset, found.Inspection, isRefused: false);
    }

    /// <summary>Looks at the rows after an undoing, which nothing refuses: the way back is always open.</summary>
    public async Task<DatasetInspection?> WriteAsync(string dataset, long load, DateTime moment)
    {
        if (await FindAsync(dataset, load, moment) is not { } found)
            return null;
        await new InspectionBook(engine, session, cancellationToken).WriteAsync(dataset, found.Inspection, isRefused: false);
        return found.Inspection;
    }

    /// <summary>Looks at the rows that are there, as after the last load.</summary>
    public static async Task<DatasetInspection?> OfWhatIsThereAsync(
        IEngine engine, ViewStates prepared, TimeProvider clock, string dataset, CancellationToken cancellationToken)
    {
        await using var session = await engine.WriteAsync(cancellationToken);
        DatasetInspection? found = null;
        await session.TransactionAsync(async () =>
        {
            await engine.LockAsync(session, dataset, cancellationToken);
            var loads = new LoadBook(engine, session, cancellationToken);
            var last = (await loads.NewestAsync(dataset, 1)).FirstOrDefault()?.Record.Id ?? 0;
            found = await new LoadInspection(engine, session, prepared, clock, cancellationToken).WriteAsync(dataset, last, await loads.MomentAsync(dataset, clock));
            return true;
        }, cancellationToken);
        return found;
    }

    /// <summary>Writes down, in a transaction of its own, that a load was refused.</summary>
    /// <returns>What to tell whoever wanted it.</returns>
    public static async Task<ImmutableArray<Issue>> RefusedAsync(IEngine engine, RefusedLoadException refused, CancellationToken cancellationToken)
    {
        await using var session = await engine.WriteAsync(cancellationToken);
        await session.TransactionAsync(async () =>
        {
            await new InspectionBook(engine, session, cancellationToken).WriteAsync(refused.Dataset.Name, refused.Found, isRefused: true);
            return true;
        }, cancellationToken);
        return RefusalIssues.Of(refused.Dataset, refused.Found);
    }

    private async Task<(Dataset Dataset, DatasetInspection Inspection, bool Refuses)?> FindAsync(string name, long load, DateTime moment)
    {
        if (prepared.Datasets.GetValueOrDefault(name) is not { Expects.Checks.IsEmpty: false } dataset)
            return null;
        var results = await new RunChecks(new TransactionRows(engine, session), prepared.Catalog, clock).RunAsync(dataset, cancellationToken);
        var refuses = dataset.Expects.Checks.Zip(results).Any(pair => pair is { First.Otherwise: CheckConsequence.Block, Second.Outcome: CheckOutcome.Failed });
        return (dataset, new DatasetInspection(load, new DateTimeOffset(moment), results), refuses);
    }
}
