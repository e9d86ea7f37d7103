using System.Collections.Immutable;
using Kelvin.Compiler.Frames;
using Kelvin.Compiler.Pinning;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;
using Microsoft.Extensions.Caching.Memory;

namespace Kelvin.Queries.Asking;

/// <summary>
/// Keeps the rows of answers. The key holds everything that decides them: the catalog, the pinned question with the
/// filters that rights added, and the versions of the datasets; so nothing ever has to be thrown out for being wrong.
/// </summary>
public sealed class AnswerCache : IDisposable
{
    private const long MostValues = 10_000_000;

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = MostValues });

    /// <summary>The key of a pinned question.</summary>
    public static string KeyOf(PinnedQuery query, IEnumerable<DatasetState> states)
    {
        var asked = query.Bound.Query;
        var compared = string.Join(',', query.Compared.Select(period => FormattableString.Invariant($"{period.Start.UtcTicks}-{period.End.UtcTicks}")));
        var order = string.Join(',', asked.Order.IsDefault ? [] : asked.Order);
        var versions = string.Join(',', states.Select(state => FormattableString.Invariant($"{state.Dataset}@{state.DataVersion}")));
        return string.Join('\n', query.Bound.Catalog.Version, versions, order, asked.Limit, asked.Fill, asked.Shares, asked.Ranks, compared, query);
    }

    /// <summary>The rows kept under a key, or null.</summary>
    public CachedRows? Find(string key) => _cache.TryGetValue(key, out CachedRows? rows) ? rows : null;

    /// <summary>Keeps rows; when there is no room, those least recently used go first.</summary>
    public void Keep(string key, CachedRows rows)
    {
        using var entry = _cache.CreateEntry(key);
        entry.Value = rows;
        entry.Size = Math.Max(1, (long)rows.Frame.Count * rows.Frame.Columns.Length);
    }

    /// <inheritdoc />
    public void Dispose() => _cache.Dispose();
}

/// <summary>The rows of an answer, and how they were worked out.</summary>
/// <param name="Frame">The evaluated plan.</param>
/// <param name="Plan">The plan as printed.</param>
/// <param name="Rewritten">The rewritten plan as printed.</param>
/// <param name="Statements">The statements that ran.</param>
/// <param name="Notes">What the rows do without.</param>
public sealed record CachedRows(Frame Frame, string Plan, string Rewritten, ImmutableArray<string> Statements, ImmutableArray<Issue> Notes);
