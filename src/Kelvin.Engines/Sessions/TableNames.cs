using Kelvin.Sql;

namespace Kelvin.Engines.Sessions;

/// <summary>
/// What the schemas and tables of a workspace are called. A dataset is a view of its columns; its rows stand in a table that also
/// says which load brought each, and rows that have left stand in one of the same name in the history.
/// </summary>
/// <param name="Dialect">How names are quoted.</param>
/// <param name="DatasetSchema">The schema of the datasets, which questions read.</param>
/// <param name="RowSchema">The schema of the rows that are current.</param>
/// <param name="HistorySchema">The schema of rows that have left.</param>
/// <param name="BookSchema">The schema of what is known of datasets and loads.</param>
/// <param name="AsideSchema">The schema of rows that no longer fit.</param>
internal sealed record TableNames(
    SqlDialect Dialect, string DatasetSchema, string RowSchema, string HistorySchema, string BookSchema, string AsideSchema)
{
    /// <summary>All schemas, quoted.</summary>
    public IEnumerable<string> Schemas =>
        new[] { DatasetSchema, RowSchema, HistorySchema, BookSchema, AsideSchema }.Select(Dialect.Quote);

    /// <summary>The lines of datasets.</summary>
    public string States => In(BookSchema, "states");

    /// <summary>The lines of loads.</summary>
    public string Loads => In(BookSchema, "loads");

    /// <summary>What checks found after each load.</summary>
    public string Inspections => In(BookSchema, "inspections");

    /// <summary>What numbers the loads.</summary>
    public string Numbers => In(BookSchema, "numbers");

    /// <summary>The column that says which load brought a row: a name that no dataset's column can have, as all here.</summary>
    public string Load => Dialect.Quote(" load");

    /// <summary>The column of the load that brought a row first: another than <see cref="Load"/> where an undone load gave it back.</summary>
    public string Origin => Dialect.Quote(" origin");

    /// <summary>The column of the load that took a row away.</summary>
    public string Removed => Dialect.Quote(" removed");

    /// <summary>The column of a staged row's number: its line in the file, or its place in the batch.</summary>
    public string Line => Dialect.Quote(" line");

    /// <summary>The name of a table that is filled before its rows become a dataset's.</summary>
    public string Staging => Dialect.Quote(" staging");

    /// <summary>A dataset as questions see it.</summary>
    public string Dataset(string dataset) => In(DatasetSchema, dataset);

    /// <summary>A dataset's current rows.</summary>
    public string Rows(string dataset) => In(RowSchema, dataset);

    /// <summary>A dataset's rows that have left.</summary>
    public string History(string dataset) => In(HistorySchema, dataset);

    /// <summary>A table in a schema.</summary>
    public string In(string schema, string table) => $"{Dialect.Quote(schema)}.{Dialect.Quote(table)}";
}
