using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Catalog;
using Kelvin.Compiler.Binding;

namespace Kelvin.Compiler.Pinning;

/// <summary>A bound question with absolute times: from here on the clock plays no part.</summary>
public sealed record PinnedQuery
{
    /// <summary>The bound question.</summary>
    public required BoundQuery Bound { get; init; }

    /// <summary>The stretch of time asked about.</summary>
    public required Period Range { get; init; }

    /// <summary>Whether the range is all time, so that no row needs to be held against it.</summary>
    public required bool IsUnbounded { get; init; }

    /// <summary>The periods that get a row each, in order; without a grain the range alone.</summary>
    public required ImmutableArray<Period> Periods { get; init; }

    /// <summary>For each period the one it is compared with; empty without a comparison.</summary>
    public required ImmutableArray<Period> Compared { get; init; }

    /// <summary>The first moment that has data, or null when there is none: a period that starts before it is known in part.</summary>
    public required DateTimeOffset? DataFrom { get; init; }

    /// <summary>What each measure has data for, and is compared with.</summary>
    public required ImmutableArray<MeasureData> Data { get; init; }

    /// <summary>Extents of the time columns that are read.</summary>
    public required Extents Extents { get; init; }

    /// <summary>The grain asked for, or null.</summary>
    public Grain? Grain => Bound.Query.Grain;

    /// <summary>The same question about other periods of another grain.</summary>
    public PinnedQuery Asking(Grain grain, ImmutableArray<Period> periods) => this with
    {
        Bound = Bound with { Query = Bound.Query with { Grain = grain, FurtherGrains = [] } },
        Periods = periods,
        Compared = [],
        IsUnbounded = false,
    };

    /// <summary>The first moment that a measure has data for, or null.</summary>
    public DateTimeOffset? BegunOf(Measure measure) => Data.FirstOrDefault(data => data.Measure == measure)?.Days?.Start;

    /// <summary>The compared periods as a measure sees them.</summary>
    public ImmutableArray<Period> ComparedOf(Measure measure) => Data.First(data => data.Measure == measure).Compared;

    /// <summary>
    /// Whether a stretch of time lies, in part at least, between the first data and the last of these measures: what else
    /// is asked plays no part.
    /// </summary>
    public bool HasDataIn(Period stretch, IReadOnlyCollection<Measure> measures)
    {
        var days = Data.Where(data => measures.Contains(data.Measure)).Select(data => data.Days).OfType<Period>().ToList();
        return days.Count > 0 && stretch.End > days.Min(day => day.Start) && stretch.Start < days.Max(day => day.End);
    }

    /// <summary>Where the local days of a dataset in the question's zone are kept; null for nowhere.</summary>
    public StoredDays? DaysOf(Dataset dataset) =>
        Extents.Days.TryGetValue(dataset.Name, out var days) && days.Zone == Bound.Calendar.Zone.Id ? days : null;

    /// <inheritdoc />
    public override string ToString() => string.Join('\n',
    [
        Bound.ToString(),
        $"from {Range.Start:yyyy-MM-dd HH:mm zzz} to {Range.End:yyyy-MM-dd HH:mm zzz}{(IsUnbounded ? ": all time" : "")}",
        .. Grain is null ? [] : (string[])[$"{Periods.Length} periods"],
        .. Compared.IsEmpty ? [] : (string[])[$"compared with {Compared[0].Start:yyyy-MM-dd HH:mm zzz} to {Compared[^1].End:yyyy-MM-dd HH:mm zzz}"],
    ]);
}
