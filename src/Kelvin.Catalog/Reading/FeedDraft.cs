using System.Collections.Immutable;
using Kelvin.Catalog.Connections;
using Kelvin.Catalog.Yaml;
using Kelvin.Language;

namespace Kelvin.Catalog.Reading;

/// <summary>What a dataset takes from a connection, as written.</summary>
internal sealed record FeedDraft(YamlNode.Scalar Connection, Place Place, FeedSelection? Selection, FeedMode? Mode)
{
    public YamlNode.Scalar? Cursor { get; init; }

    public SyncSchedule? Schedule { get; init; }

    public ImmutableArray<YamlNode.Scalar> Series { get; init; } = [];

    public YamlNode.Scalar? Items { get; init; }

    public WebPages? Pages { get; init; }

    public Place? PagesPlace { get; init; }
}
