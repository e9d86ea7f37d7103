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
    private readonly NpgsqlDataSource _questions;
    private readonly NpgsqlDataSource _writing;
    private readonly PostgresFailure _failures;

    static PostgresServer() =>
        // The last day of the year 9999 is a day like any other, and stands for "still valid" in many companies' data.
        AppContext.SetSwitch("Npgsql.DisableDateTimeInfinityConversions", true);

    public PostgresServer(PostgresSettings settings)
    {
        Schemas = new PostgresSchemas(settings.Schema);
        var seconds = (int)Math.Ceiling(settings.LongestQuestion.TotalSeconds);
        _questions = Open(settings, "-c default_transaction_read_only=on", seconds);
        _writing = Open(settings, "", Unlimited);
        _failures = new PostgresFailure(new NpgsqlConnectionStringBuilder(settings.ConnectionString), settings.LongestQuestion);
    }

    /// <summary>The workspace's schemas.</summary>
    public PostgresSchemas Schemas { get; }

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

    private static NpgsqlDataSource Open(PostgresSettings settings, string options, int seconds)
    {
        var text = new NpgsqlConnectionStringBuilder(settings.ConnectionString)
        {
            ApplicationName = "Kelvin",
            // Temporary tables last: they are found by their own name only, and never instead of a dataset.
            SearchPath = $"{PostgresDialect.Instance.Quote(settings.Schema)}, pg_temp",
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
