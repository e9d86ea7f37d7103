using System.Globalization;
using System.Net.Sockets;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;
using Npgsql;

namespace Kelvin.Engines.Postgres.Connections;

/// <summary>Says in plain words what the server or the way to it refused.</summary>
internal sealed class PostgresFailure(NpgsqlConnectionStringBuilder server, TimeSpan longest)
{
    /// <summary>Whether a failure comes from the server or the way to it.</summary>
    public static bool IsOurs(Exception failure) => failure is NpgsqlException or SocketException or TimeoutException or IOException;

    /// <summary>Why there is no connection.</summary>
    public WarehouseException OfConnecting(Exception failure) => new(
        Issue.At(null, "engine.cannot-reach", ("server", $"{server.Host}:{server.Port.ToString(CultureInfo.InvariantCulture)}"),
            ("database", server.Database ?? server.Username), ("reason", Reason(failure))), failure);

    /// <summary>Why a statement has no result.</summary>
    public WarehouseException OfStatement(Exception failure) => failure switch
    {
        PostgresException { SqlState: PostgresErrorCodes.NumericValueOutOfRange } =>
            new(Issue.At(null, "engine.number-out-of-range", ("reason", Reason(failure))), failure),
        PostgresException { SqlState: PostgresErrorCodes.QueryCanceled } or { InnerException: TimeoutException } =>
            new(Issue.At(null, "engine.took-too-long", ("seconds", (long)longest.TotalSeconds)), failure),
        _ => new(Reason(failure), failure),
    };

    private static string Reason(Exception failure) => failure switch
    {
        PostgresException told => told.MessageText,
        { InnerException: { } inner } => inner.Message,
        _ => failure.Message,
    };
}
