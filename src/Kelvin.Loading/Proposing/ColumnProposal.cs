using System.Collections.Immutable;
using Kelvin.Formulas;

namespace Kelvin.Loading.Proposing;

/// <summary>A column of a file and the type that its values and its name suggest.</summary>
/// <param name="Name">Its name in the file, or its number from 1 where columns have no names.</param>
/// <param name="Field">Its place, from 0.</param>
/// <param name="Type">The type as definitions write it: <c>money SEK</c>, <c>date?</c>.</param>
/// <param name="Kind">What its values are.</param>
public sealed record ColumnProposal(string Name, int Field, string Type, ValueKind Kind)
{
    /// <summary>Rows with a value.</summary>
    public long Present { get; init; }

    /// <summary>Rows without one, those with a mark for missing values among them.</summary>
    public long Missing { get; init; }

    /// <summary>Values that do not fit the type.</summary>
    public long Odd { get; init; }

    /// <summary>Whether no value comes twice and none is missing.</summary>
    public bool IsUnique { get; init; }

    /// <summary>Values as written, the first that differ; at most 50.</summary>
    public ImmutableArray<string> Values { get; init; } = [];

    /// <summary>The type as a dataset's column would have it when no value is missing.</summary>
    public string BareType => Type.TrimEnd('?');
}
