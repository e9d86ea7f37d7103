using System.Collections.Immutable;
using Kelvin.Language;

namespace Kelvin.Interchange.Ossie.Reading;

/// <summary>A table with its fields, as Ossie defines it.</summary>
internal sealed record OssieDataset(string Name, string Source, Place Place, ImmutableArray<string> Key, ImmutableArray<OssieField> Fields)
{
    public string? Description { get; init; }

    public ImmutableDictionary<string, string> Ours { get; init; } = ImmutableDictionary<string, string>.Empty;
}

/// <summary>A value of every row.</summary>
internal sealed record OssieField(string Name, OssieExpression Expression, Place Place)
{
    public string? Type { get; init; }

    public bool? IsTime { get; init; }

    public string? Label { get; init; }

    public ImmutableDictionary<string, string> Ours { get; init; } = ImmutableDictionary<string, string>.Empty;
}

/// <summary>From many rows of one dataset to one row of another.</summary>
internal sealed record OssieRelationship(string Name, string From, string To, ImmutableArray<string> Here, ImmutableArray<string> There, Place Place);

/// <summary>An aggregate, or arithmetic of aggregates.</summary>
internal sealed record OssieMetric(string Name, OssieExpression Expression, Place Place)
{
    public string? Description { get; init; }

    public ImmutableDictionary<string, string> Ours { get; init; } = ImmutableDictionary<string, string>.Empty;
}
