using System.Collections.Immutable;
using Kelvin.Queries.Testing;

namespace Kelvin.Queries.Trusting;

/// <summary>What a row is called in a report: the values of the columns that name it.</summary>
internal static class RowName
{
    private const int Longest = 60;

    public static string Of(ImmutableArray<string> columns, Func<string, object?> value)
    {
        var name = string.Join(", ", columns.Select(column => TestValue.Write(value(column))));
        return name.Length > Longest ? name[..Longest] + "…" : name;
    }
}
