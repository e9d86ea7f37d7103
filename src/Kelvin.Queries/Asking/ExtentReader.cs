using System.Collections.Concurrent;
using System.Globalization;
using Kelvin.Compiler.Binding;
using Kelvin.Compiler.Lowering;
using Kelvin.Compiler.Pinning;
using Kelvin.Formulas;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Queries.Asking;

/// <summary>
/// Finds the first and last value of the times that questions read; each is read from the engine once per version of the
/// datasets it comes from.
/// </summary>
public sealed class ExtentReader
{
    private const int MostKnown = 10_000;

    private readonly ConcurrentDictionary<(RowTime Time, string Versions, Kelvin.Calendars.Calendar? Calendar), Extent?> _known = [];

    /// <summary>The extents of what a question reads in a source, as of its states, and where its local days are kept.</summary>
    public async Task<Extents> ReadAsync(IRowSource source, BoundQuery query, IReadOnlyDictionary<string, DatasetState> states, CancellationToken cancellationToken)
    {
        var runner = new ScanRunner(source);
        var (extents, met) = (Extents.None, new HashSet<RowTime>());
        var times = new TimeColumns(query.Catalog);
        foreach (var time in times.Of(query))
            await AddAsync(time);
        return extents;

        // What a formula makes can be worked out when what it reads is known.
        async Task AddAsync(RowTime time)
        {
            if (!met.Add(time))
                return;
            if (states.GetValueOrDefault(time.Dataset)?.Days is { } days)
                extents = extents with { Days = extents.Days.SetItem(time.Dataset, days) };
            foreach (var before in times.Before(time))
                await AddAsync(before);
            if (await ExtentOfAsync(runner, time, query, extents, states, cancellationToken) is { } extent)
                extents = extents with { ByTime = extents.ByTime.SetItem(time, extent) };
        }
    }

    private async Task<Extent?> ExtentOfAsync(
        ScanRunner runner, RowTime time, BoundQuery query, Extents known, IReadOnlyDictionary<string, DatasetState> states, CancellationToken cancellationToken)
    {
        if (time.Value is RowExpression.Constant constant)
            return ExtentFrom(constant.Value, constant.Value);
        if (states.GetValueOrDefault(time.Dataset) is not { Rows: > 0 } state)
            return null;
        if (time.StoredColumn is { } column && column == query.Catalog.Datasets[time.Dataset].Time && state is { Earliest: { } first, Watermark: { } last })
            return new Extent(first, last);
        var key = time.StoredColumn is null
            ? (time, $"{query.Catalog.Version} {string.Join(' ', DatasetsReadBy.Time(time, query.Catalog).Select(name => VersionOf(states.GetValueOrDefault(name))))}", query.Calendar)
            : (time, $"{query.Catalog.Version} {VersionOf(state)}", null as Kelvin.Calendars.Calendar);
        if (_known.TryGetValue(key, out var extent))
            return extent;
        if (_known.Count >= MostKnown)
            _known.Clear();
        _known[key] = extent = await ReadAsync(runner, ExtentLowering.Lower(time, query, known), cancellationToken);
        return extent;
    }

    private static string VersionOf(DatasetState? state) => state?.DataVersion.ToString(CultureInfo.InvariantCulture) ?? "";

    private static async Task<Extent?> ReadAsync(ScanRunner runner, LoweredScan scan, CancellationToken cancellationToken)
    {
        var frame = await runner.RunAsync(runner.Render(scan), scan, cancellationToken);
        return ExtentFrom(frame[ExtentLowering.FirstColumn][0], frame[ExtentLowering.LastColumn][0]);
    }

    private static Extent? ExtentFrom(object? first, object? last) => (first, last) switch
    {
        (DateOnly one, DateOnly other) => new Extent(one.ToDateTime(TimeOnly.MinValue), other.ToDateTime(TimeOnly.MinValue)),
        (DateTime one, DateTime other) => new Extent(one, other),
        _ => null,
    };
}
