using Kelvin.Sql.Dialects;

namespace Kelvin.Engines.Postgres.Connections;

/// <summary>The schemas of one workspace, and names in them.</summary>
internal sealed record PostgresSchemas(string Datasets)
{
    private static readonly PostgresDialect Sql = PostgresDialect.Instance;

    /// <summary>The schema that says what is known of datasets.</summary>
    public string Book => $"{Datasets}_book";

    /// <summary>The schema of rows that no longer fit.</summary>
    public string Aside => $"{Datasets}_aside";

    /// <summary>The lines of datasets.</summary>
    public string States => $"{Sql.Quote(Book)}.states";

    /// <summary>The files that were loaded.</summary>
    public string Loads => $"{Sql.Quote(Book)}.loads";

    /// <summary>A dataset's table or view.</summary>
    public string Table(string dataset) => $"{Sql.Quote(Datasets)}.{Sql.Quote(dataset)}";

    /// <summary>All three, quoted.</summary>
    public IEnumerable<string> All => [Sql.Quote(Datasets), Sql.Quote(Book), Sql.Quote(Aside)];
}
