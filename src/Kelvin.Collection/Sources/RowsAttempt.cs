using System.Collections.Immutable;
using Kelvin.Collection.Sources.Spooling;
using Kelvin.Language;

namespace Kelvin.Collection.Sources;

/// <summary>
/// Reads rows. Without a cursor they all become durable at once, as one version. With one they become so in parts, cut where its
/// value changes, so that a part has all rows up to the value that is remembered.
/// </summary>
internal sealed class RowsAttempt(SourceRequest request, ColumnPlan plan, PartLoading parts, SpoolRoom room, SyncSettings settings)
{
    private readonly SourceText _text = new(parts.Format, parts.Zone);
    private readonly List<Issue> _issues = [];
    private CursorValue? _cursor;
    private long _rows;

    /// <summary>Runs; errors among the issues say why it could not go on.</summary>
    public async Task<ImmutableArray<Issue>> RunAsync(SourceContent.Rows rows, Action<long> told, CancellationToken cancellationToken)
    {
        var spooled = Begin();
        try
        {
            await foreach (var row in rows.ReadAsync(plan.Names, cancellationToken))
            {
                var cursor = request.Feed.Cursor is null ? null : CursorValue.Of(row[^1]);
                if (cursor is not null && spooled.Count >= settings.RowsAPart && cursor != _cursor)
                {
                    if (!await LoadAsync(spooled, cancellationToken))
                        return [.. _issues];
                    spooled = Begin();
                }
                spooled.Add(row);
                _cursor = cursor ?? _cursor;
                if (++_rows > settings.MostRows)
                    return [.. _issues, Issue.At(request.Dataset.Place, "sync.too-many-rows", ("dataset", request.Dataset.Name), ("most", settings.MostRows))];
                if (_rows % 10_000 == 0)
                    told(_rows);
            }
            told(_rows);
            await LoadAsync(spooled, cancellationToken);
            return [.. _issues];
        }
        finally
        {
            spooled.Dispose();
        }
    }

    private SpooledRows Begin() => new(room.Next($"{request.Dataset.Name}.csv"), plan.Columns, _text);

    /// <summary>Makes a part durable; false when it could not be taken.</summary>
    private async Task<bool> LoadAsync(SpooledRows spooled, CancellationToken cancellationToken)
    {
        spooled.Dispose();
        var issues = await parts.LoadRowsAsync(spooled, request.Feed.Cursor is null ? null : _cursor ?? request.Since, cancellationToken);
        File.Delete(spooled.Path);
        _issues.AddRange(issues.Where(issue => !_issues.Contains(issue)));
        return issues.All(issue => issue.Severity != Severity.Error);
    }
}
