using System.ComponentModel;
using Kelvin.Catalog.Connections;

namespace Kelvin.Server.Connections;

/// <summary>A connection, as the API tells it.</summary>
internal sealed record ConnectionBody(
    [property: Description("Its name in definitions.")] string Name,
    [property: Description("What people call it.")] string Label,
    [property: Description("postgres, mysql, sqlserver, clickhouse, sqlite, folder, s3, http or openmetrics.")] string Kind,
    [property: Description("The datasets that are fetched over it.")] FedDatasetBody[] Datasets)
{
    public static string KindOf(ConnectionTarget target) => target switch
    {
        ConnectionTarget.Server server => server.Kind switch
        {
            DatabaseKind.Postgres => "postgres",
            DatabaseKind.MySql => "mysql",
            DatabaseKind.SqlServer => "sqlserver",
            _ => "clickhouse",
        },
        ConnectionTarget.File => "sqlite",
        ConnectionTarget.Folder => "folder",
        ConnectionTarget.Bucket => "s3",
        ConnectionTarget.Web { GivesSeries: true } => "openmetrics",
        _ => "http",
    };
}

/// <summary>A dataset that is fetched.</summary>
internal sealed record FedDatasetBody(
    [property: Description("Its name.")] string Name,
    [property: Description("Its last run; null before the first.")] RunBody? LastRun,
    [property: Description("When it is due next; null without a schedule.")] DateTimeOffset? NextRun);
