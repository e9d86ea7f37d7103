using System.Collections.Immutable;
using Kelvin.Compiler.Pinning;
using Kelvin.Queries.Answers;
using Kelvin.Queries.Trusting;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Queries.Asking;

/// <summary>A pinned question on its way to an answer.</summary>
internal sealed class Question
{
    private readonly ImmutableArray<DatasetState> _states;
    private readonly IReadOnlyDictionary<string, DatasetState> _all;
    private readonly AnswerCache _cache;
    private readonly KnownMoment? _known;
    private readonly string _key;
    private readonly bool _fromCache;

    public Question(PinnedQuery query, IReadOnlyDictionary<string, DatasetState> states, KnownMoment? known, AnswerCache cache)
    {
        Query = query;
        _cache = cache;
        _known = known;
        _all = states;
        _states = [.. DatasetsReadBy.Question(query.Bound).Select(states.GetValueOrDefault).OfType<DatasetState>()];
        _key = AnswerCache.KeyOf(query, _states);
        Rows = cache.Find(_key);
        _fromCache = Rows is not null;
    }

    /// <summary>The question.</summary>
    public PinnedQuery Query { get; }

    /// <summary>Its rows, as soon as they are known.</summary>
    public CachedRows? Rows { get; private set; }

    /// <summary>Takes the rows, and keeps them for the next who asks.</summary>
    public void Keep(CachedRows rows)
    {
        Rows = rows;
        _cache.Keep(_key, rows);
    }

    /// <summary>The answer as it is at a moment; the rows must be known.</summary>
    public MetricAnswer Answer(DateTimeOffset now, TimeSpan compiling, TimeSpan running)
    {
        var unfinishedFrom = Pinner.UnfinishedFrom(Query.Bound, now, Query.Extents);
        var trust = new TrustReading(Query.Bound.Catalog, _all, _known?.At ?? now);
        return AnswerBuilder.Build(Query, Rows!, _states, _known, unfinishedFrom, _fromCache, compiling, _fromCache ? TimeSpan.Zero : running) with
        {
            Trust = [.. _states.Select(state => trust.Of(state.Dataset))],
        };
    }
}
