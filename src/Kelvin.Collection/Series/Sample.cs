using System.Collections.Immutable;

namespace Kelvin.Collection.Series;

/// <summary>A measured value of a series, as monitoring tools hand it on.</summary>
/// <param name="Name">The series' name, such as <c>http_requests_total</c>.</param>
/// <param name="Labels">What tells it from others of its name, in order of the labels' names.</param>
/// <param name="Value">The value; it may be no finite number.</param>
public sealed record Sample(string Name, ImmutableArray<SampleLabel> Labels, double Value)
{
    /// <summary>When it was measured (UTC), or null for when it was asked for.</summary>
    public DateTime? Time { get; init; }

    /// <summary>What kind of family it belongs to.</summary>
    public SeriesKind Kind { get; init; }

    /// <summary>The unit that its family names, or null.</summary>
    public string? Unit { get; init; }

    /// <summary>Whether the value only grows until it begins anew: a count since a start.</summary>
    public bool IsCumulative { get; init; }

    /// <summary>When the series began to count (UTC), or null when that is not said.</summary>
    public DateTime? Created { get; init; }

    /// <summary>The labels in one text, in which equal labels are equal: <c>code="200",method="get"</c>; empty for none.</summary>
    public string LabelText => string.Join(",", Labels.Select(label => label.ToString()));

    /// <inheritdoc />
    public bool Equals(Sample? other) =>
        other is not null && Name == other.Name && Labels.SequenceEqual(other.Labels) && Value.Equals(other.Value) && Time == other.Time && Kind == other.Kind
        && Unit == other.Unit && IsCumulative == other.IsCumulative && Created == other.Created;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Name, Labels.Length, Value, Time);
}
