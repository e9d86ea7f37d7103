using System.Collections.Immutable;
using System.Globalization;
using Kelvin.Catalog;
using Kelvin.Compiler;
using Kelvin.Language;
using Kelvin.Queries.Answers;
using Kelvin.Queries.Asking;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Queries.Tracing;

/// <summary>
/// Finds what changed a value: the question is asked as known after each of the loads into what it reads, the newest first.
/// Throws only what <see cref="IWarehouse"/> throws.
/// </summary>
public sealed class TraceValue(ICurrentCatalog catalogs, IWarehouse warehouse, AskMetric asking)
{
    /// <summary>Batches that became durable together share their moment.</summary>
    private const int LoadsPerMoment = 20;

    /// <summary>The history of a value, or every issue with the question.</summary>
    public async Task<Checked<ValueHistory>> TraceAsync(TraceQuery query, Viewer viewer, CancellationToken cancellationToken)
    {
        if (query.Moments is < 1 or > TraceQuery.MostMoments)
            return Checked<ValueHistory>.Faulty(Issue.At(null, "query.trace-bounds", ("most", TraceQuery.MostMoments)));
        var asked = new MetricQuery { Metrics = [query.Metric], Range = query.Range, Where = query.Where, Zone = query.Zone };
        var current = await asking.AskAsync(asked, viewer, cancellationToken);
        if (!current.IsSound)
            return Checked<ValueHistory>.Faulty(current.Issues);
        var (moments, isAll) = await MomentsAsync(current.Value, query.Moments, cancellationToken);
        // As known after each moment, and before the oldest.
        ImmutableArray<DateTimeOffset> known = moments.IsEmpty ? [] : [.. moments.Select(moment => moment.Key), moments[^1].Key.AddTicks(-TimeSpan.TicksPerMicrosecond)];
        var answers = await asking.AskAllAsync([.. known.Select(at => asked with { KnownOn = at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture) })], viewer, cancellationToken);
        var told = answers.TakeWhile(answer => answer.IsSound).Select(answer => ValueOf(answer.Value!)).ToList();
        var changes = Enumerable.Range(0, Math.Max(0, told.Count - 1)).Where(at => !Equals(told[at], told[at + 1]))
            .Select(at => new ValueChange(moments[at].Key, [.. moments[at]], told[at + 1], told[at]));
        return Checked<ValueHistory>.Sound(new ValueHistory(current.Value, [.. changes], Math.Max(0, told.Count - 1), isAll && told.Count == known.Length));
    }

    /// <summary>The newest moments of loads into what an answer was read from, and whether they are all there have been.</summary>
    private async Task<(ImmutableArray<IGrouping<DateTimeOffset, LoadRecord>> Moments, bool IsAll)> MomentsAsync(
        MetricAnswer answer, int most, CancellationToken cancellationToken)
    {
        var datasets = answer.Explanation.Datasets.Select(state => catalogs.Current.Datasets.GetValueOrDefault(state.Dataset)).ToList();
        // What a person's query reads is known to the engine only; loads that leave the value as it was fall away anyhow.
        string?[] names = datasets.Exists(dataset => dataset?.Source is not DatasetSource.Files) ? [null] : [.. datasets.Select(dataset => dataset!.Name)];
        var loads = new List<LoadRecord>();
        var isAll = true;
        foreach (var name in names)
        {
            var found = await warehouse.LoadsAsync(name, LoadsPerMoment * most, cancellationToken);
            loads.AddRange(found);
            isAll &= found.Length < LoadsPerMoment * most;
        }
        var moments = loads.GroupBy(load => load.Moment).OrderByDescending(moment => moment.Key).ToImmutableArray();
        return ([.. moments.Take(most)], isAll && moments.Length <= most);
    }

    private static object? ValueOf(MetricAnswer answer) =>
        answer.Columns.FirstOrDefault(column => column.Role == AnswerRole.Value) is { } column && answer.Frame.Count > 0 ? answer.Frame[column.Name][0] : null;
}
