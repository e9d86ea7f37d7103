using System.Collections.Immutable;

namespace Kelvin.Interchange.Dbt.Referring;

/// <summary>A reference as dbt's templates write it: <c>TimeDimension('metric_time', 'day').descending(True)</c>.</summary>
/// <param name="Name">The function.</param>
/// <param name="Arguments">Arguments by position; a list is joined by commas.</param>
/// <param name="Named">Arguments by name.</param>
/// <param name="Methods">Calls on the result, with their first argument.</param>
internal sealed record JinjaCall(
    string Name, ImmutableArray<string> Arguments, ImmutableSortedDictionary<string, string> Named, ImmutableArray<(string Name, string Argument)> Methods)
{
    /// <summary>An argument by position or name, or null; an empty list is none.</summary>
    public string? Argument(int position, string name) =>
        Named.TryGetValue(name, out var named) ? named is "" ? null : named
        : position < Arguments.Length && Arguments[position].Length > 0 ? Arguments[position]
        : null;

    /// <summary>The argument of a method, or null when it is not called.</summary>
    public string? Method(string name) => Methods.FirstOrDefault(method => method.Name == name).Argument;
}
