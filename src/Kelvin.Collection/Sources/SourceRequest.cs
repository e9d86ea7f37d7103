using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Catalog.Connections;

namespace Kelvin.Collection.Sources;

/// <summary>What is to be read.</summary>
/// <param name="Connection">Over which connection.</param>
/// <param name="Dataset">For which dataset.</param>
/// <param name="Feed">What it takes.</param>
/// <param name="Since">The cursor's last known value; null to read all.</param>
public sealed record SourceRequest(OpenedConnection Connection, Dataset Dataset, DatasetFeed Feed, CursorValue? Since)
{
    /// <summary>Whether rows at the last known value are wanted again: they change nothing where keys tell, and some may be new.</summary>
    public bool IncludesSince => Feed.Mode == FeedMode.Upsert;

    /// <summary>The columns at the source that are wanted, by the dataset's column.</summary>
    public ImmutableArray<(Column Column, string Name)> Wanted { get; } = [.. Dataset.Columns.Where(column => column.IsStored)
        .Select(column => (column, Names(Dataset).GetValueOrDefault(column.Name, column.Name)))];

    private static ImmutableSortedDictionary<string, string> Names(Dataset dataset) =>
        dataset.Source is DatasetSource.Files { Format.Names: var names } ? names : FileFormat.Default.Names;
}
