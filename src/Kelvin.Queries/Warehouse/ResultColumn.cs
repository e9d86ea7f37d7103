namespace Kelvin.Queries.Warehouse;

/// <summary>A column that a query is expected to return.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Its values.</param>
public sealed record ResultColumn(string Name, ResultKind Kind);

/// <summary>The values a result column holds, and so the type of its frame column.</summary>
public enum ResultKind
{
    /// <summary>Exact number: <c>decimal</c>.</summary>
    Decimal,

    /// <summary>Binary floating point: <c>double</c>.</summary>
    Double,

    /// <summary>Text: <c>string</c>.</summary>
    Text,

    /// <summary>True or false: <c>bool</c>.</summary>
    Boolean,

    /// <summary>Day: <c>DateOnly</c>.</summary>
    Date,

    /// <summary>Instant in UTC: <c>DateTime</c>.</summary>
    Timestamp,
}
