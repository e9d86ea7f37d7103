using System.Collections.Immutable;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Cli.Query.Formats;

/// <summary>A column of exact values.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Its type.</param>
/// <param name="Values">Decimal, double, string, bool, DateOnly or DateTime (UTC); null where missing.</param>
internal sealed record MachineColumn(string Name, ResultKind Kind, ImmutableArray<object?> Values)
{
    // The widest that Arrow, Parquet and the engines have in common.
    public const int Precision = 38;

    /// <summary>Digits after the decimal point that hold every value of a decimal column without loss.</summary>
    public int Scale => Values.OfType<decimal>().Select(value => (int)Shortest(value).Scale).DefaultIfEmpty(0).Max();

    /// <summary>The same number without zeros at its end.</summary>
    public static decimal Shortest(decimal value) => value / 1.0000000000000000000000000000m;
}
