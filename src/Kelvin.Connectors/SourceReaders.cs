using Kelvin.Collection.Sources;
using Kelvin.Connectors.Databases;
using Kelvin.Connectors.Files;
using Kelvin.Connectors.Series;
using Kelvin.Connectors.Web;

namespace Kelvin.Connectors;

/// <summary>Every technology from which data can come.</summary>
public static class SourceReaders
{
    /// <summary>A reader of each.</summary>
    public static IReadOnlyList<ISourceReader> All { get; } =
    [
        new DatabaseReader(new PostgresDatabase()), new DatabaseReader(new MySqlDatabase()), new DatabaseReader(new SqlServerDatabase()),
        new DatabaseReader(new SqliteDatabase()), new DatabaseReader(new ClickHouseDatabase()),
        new FolderReader(), new BucketReader(), new WebReader(), new SeriesReader(),
    ];
}
