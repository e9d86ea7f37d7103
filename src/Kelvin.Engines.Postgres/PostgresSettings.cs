namespace Kelvin.Engines.Postgres;

/// <summary>Which server holds the data, and how it may be used.</summary>
/// <param name="ConnectionString">Server, database and credentials, as Npgsql reads them. Never logged or shown.</param>
public sealed record PostgresSettings(string ConnectionString)
{
    /// <summary>
    /// The schema of the datasets; null for the first of the connection's search path, or <c>kelvin</c>. What is known of them is kept in a schema of this name followed by <c>_book</c>, and rows
    /// that no longer fit in one followed by <c>_aside</c>.
    /// </summary>
    public string? Schema { get; init; }

    /// <summary>How long a question may take before it is given up.</summary>
    public TimeSpan LongestQuestion { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The folder on this machine where rejected rows are written for people to mend.</summary>
    public string Rejected { get; init; } = Path.Combine(Path.GetTempPath(), "kelvin-rejected");

    /// <summary>The clock by which loads are dated.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
