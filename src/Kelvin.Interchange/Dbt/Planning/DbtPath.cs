using System.Collections.Immutable;

namespace Kelvin.Interchange.Dbt.Planning;

/// <summary>A name as dbt's questions and filters write it: <c>listing__user__created_at__month</c>.</summary>
/// <param name="Entities">The entities on the way.</param>
/// <param name="Element">The entity or dimension at the end, or <c>metric_time</c>.</param>
/// <param name="Grain">The period asked for, or null.</param>
/// <param name="DatePart">The part of the date asked for, such as <c>dow</c>; or null.</param>
internal sealed record DbtPath(ImmutableArray<string> Entities, string Element, string? Grain = null, string? DatePart = null)
{
    public const string MetricTime = "metric_time";
    private const string PartMark = "extract_";

    public bool IsMetricTime => Element == MetricTime && Entities.IsEmpty;

    /// <summary>The name under which dbt shows it, the grain filled in.</summary>
    public string Column => string.Join("__", [.. Entities, Element, .. DatePart is not null ? [PartMark + DatePart] : Grain is not null ? (string[])[Grain] : []]);

    /// <summary>Reads a name; the last part is a grain when it is one of these.</summary>
    public static DbtPath Parse(string name, IReadOnlySet<string> grains)
    {
        var parts = name.Split("__");
        string? grain = null, part = null;
        if (parts.Length > 1 && grains.Contains(parts[^1]))
            (grain, parts) = (parts[^1], parts[..^1]);
        else if (parts.Length > 1 && parts[^1].StartsWith(PartMark, StringComparison.Ordinal))
            (part, parts) = (parts[^1][PartMark.Length..], parts[..^1]);
        return new DbtPath([.. parts[..^1]], parts[^1], grain, part);
    }

    public bool Equals(DbtPath? other) =>
        other is not null && Element == other.Element && Grain == other.Grain && DatePart == other.DatePart && Entities.SequenceEqual(other.Entities);

    public override int GetHashCode() => Entities.Aggregate(HashCode.Combine(Element, Grain, DatePart), HashCode.Combine);
}
