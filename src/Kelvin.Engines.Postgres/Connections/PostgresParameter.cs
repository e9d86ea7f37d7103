using Npgsql;
using NpgsqlTypes;

namespace Kelvin.Engines.Postgres.Connections;

/// <summary>Values of ours as the server's. Instants go without a zone, as they are stored.</summary>
internal static class PostgresParameter
{
    /// <summary>A parameter by its place.</summary>
    public static NpgsqlParameter Of(object? value) => value switch
    {
        null => new NpgsqlParameter { Value = DBNull.Value },
        DateTime instant => new NpgsqlParameter { Value = WithoutZone(instant), NpgsqlDbType = NpgsqlDbType.Timestamp },
        decimal => new NpgsqlParameter { Value = value, NpgsqlDbType = NpgsqlDbType.Numeric },
        double => new NpgsqlParameter { Value = value, NpgsqlDbType = NpgsqlDbType.Double },
        long => new NpgsqlParameter { Value = value, NpgsqlDbType = NpgsqlDbType.Bigint },
        string => new NpgsqlParameter { Value = value, NpgsqlDbType = NpgsqlDbType.Text },
        bool => new NpgsqlParameter { Value = value, NpgsqlDbType = NpgsqlDbType.Boolean },
        DateOnly => new NpgsqlParameter { Value = value, NpgsqlDbType = NpgsqlDbType.Date },
        _ => throw new ArgumentException($"A value cannot be a {value.GetType()}.", nameof(value)),
    };

    /// <summary>An instant as it is stored.</summary>
    public static DateTime WithoutZone(DateTime instant) => DateTime.SpecifyKind(instant, DateTimeKind.Unspecified);
}
