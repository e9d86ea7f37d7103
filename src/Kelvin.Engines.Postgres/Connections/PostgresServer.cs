using Kelvin.Engines.Sessions;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;
using Kelvin.Sql.Dialects;
using Npgsql;

namespace Kelvin.Engines.Postgres.Connections;

/// <summary>
/// The server, by two pools of connections: one for questions, in which every transaction is read-only and ends after the longest
/// time a question may take; one for what writes.
/// </summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private const int Unlimited = 0;
    private const string DefaultSchema = "kelvin";
    private readonly NpgsqlDataSource _questions;
    private readonly NpgsqlDataSource _writing;
    private readonly PostgresFailure _failures;

    static PostgresServer() =>
        // The last day of the year 9999 is a day like any other, and stands for "still valid" in many companies' data.
        AppContext.SetSwitch("Npgsql.DisableDateTimeInfinityConversions", true);

    public PostgresServer(PostgresSettings settings)
    {
        var connection = Read(settings.ConnectionString);
        var schema = settings.Schema ?? SchemaOf(connection) ?? DefaultSchema;
        Names = new TableNames(PostgresDialect.Instance, schema, $"{schema}_rows", $"{schema}_history", $"{schema}_book", $"{schema}_aside");
        var seconds = (int)Math.Ceiling(settings.LongestQuestion.TotalSeconds);
        _questions = Open(connection, Names, "-c default_transaction_read_only=on", seconds);
        _writing = Open(connection, Names, "", Unlimited);
        _failures = new PostgresFailure(connection, settings.LongestQuestion);
    }

    /// <summary>The workspace's schemas and tables.</summary>
    public TableNames Names { get; }

    /// <summary>A connection that can only read.</summary>
    public Task<PostgresSession> ReadAsync(CancellationToken cancellationToken) => ConnectAsync(_questions, cancellationToken);

    /// <summary>A connection that can write.</summary>
    public Task<PostgresSession> WriteAsync(CancellationToken cancellationToken) => ConnectAsync(_writing, cancellationToken);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _questions.DisposeAsync();
        await _writing.DisposeAsync();
    }

    /// <summary>The schema that a connection names first, so that workspaces can share a database.</summary>
    private static string? SchemaOf(NpgsqlConnectionStringBuilder connection) =>
        connection.SearchPath?.Split(',')[0].Trim().Trim('"') is { Length: > 0 } first ? first : null;

    private static NpgsqlConnectionStringBuilder Read(string connection)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connection);
        }
        catch (Exception failure) when (failure is ArgumentException or FormatException or InvalidCastException)
        {
            // Without the reason, which may hold a part of the text and so of the password.
            throw new WarehouseException(Issue.At(null, "engine.connection-unreadable"));
        }
    }

    private static NpgsqlDataSource Open(NpgsqlConnectionStringBuilder connection, TableNames names, string options, int seconds)
    {
        var text = new NpgsqlConnectionStringBuilder(connection.ConnectionString)
        {
            ApplicationName = "Kelvin",
            // Temporary tables last: they are found by their own name only, and never instead of a dataset.
            SearchPath = $"{PostgresDialect.Instance.Quote(names.DatasetSchema)}, pg_temp",
            Timezone = "UTC",
            CommandTimeout = seconds,
            IncludeErrorDetail = false,
        };
        text.Options = $"{text.Options} -c datestyle=ISO -c standard_conforming_strings=on {options}".Trim();
        return NpgsqlDataSource.Create(text);
    }

    private async Task<PostgresSession> ConnectAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        try
        {
            return new PostgresSession(await source.OpenConnectionAsync(cancellationToken), _failures);
        }
        catch (Exception failure) when (PostgresFailure.IsOurs(failure))
        {
            throw _failures.OfConnecting(failure);
        }
    }
}
