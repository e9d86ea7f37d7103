using System.Globalization;
using Npgsql;

namespace Kelvin.Engines.Postgres.Reading;

/// <summary>For each kind of value, how to read it from the types that the server may answer with.</summary>
internal static class ValueReader
{
    public static Func<NpgsqlDataReader, decimal?> Decimals(int place) => reader => ExactNumber.From(reader.GetString(place));

    public static Func<NpgsqlDataReader, double?> Doubles(int place) => reader =>
        // No metric is ever infinite or not a number.
        double.Parse(reader.GetString(place), CultureInfo.InvariantCulture) is var value && double.IsFinite(value) ? value : null;

    public static Func<NpgsqlDataReader, string> Texts(int place) => reader => reader.GetValue(place) switch
    {
        string text => text,
        bool truth => truth ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + " 00:00:00",
        DateTime instant => instant.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture)!,
    };

    public static Func<NpgsqlDataReader, bool?> Booleans(int place) => reader => reader.GetBoolean(place);

    public static Func<NpgsqlDataReader, DateOnly?> Dates(int place) => reader => reader.GetFieldValue<DateOnly>(place);

    public static Func<NpgsqlDataReader, DateTime?> Instants(int place) => reader =>
        DateTime.SpecifyKind(reader.GetDateTime(place), DateTimeKind.Utc);
}
