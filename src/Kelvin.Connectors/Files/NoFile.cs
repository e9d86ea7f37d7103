using Kelvin.Catalog.Connections;
using Kelvin.Collection.Sources;
using Kelvin.Language;

namespace Kelvin.Connectors.Files;

/// <summary>That nothing fits a pattern: rows that are there stay, for a lacking file says nothing of them.</summary>
internal static class NoFile
{
    public static Issue At(SourceRequest request) => Issue.At(request.Dataset.Place, "sync.no-file",
        ("dataset", request.Dataset.Name), ("connection", request.Connection.Connection.Name), ("pattern", ((FeedSelection.Files)request.Feed.Selection).Pattern));
}
