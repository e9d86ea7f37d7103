using Kelvin.Interchange.Dbt.Planning;

namespace Kelvin.Interchange.Dbt.Referring;

/// <summary>What a reference of dbt's templates is to: something to group by, or a metric's value.</summary>
internal abstract record DbtReference
{
    private DbtReference()
    {
    }

    /// <summary>A dimension, a time dimension or an entity.</summary>
    internal sealed record Element(DbtPath Path, bool IsDescending = false) : DbtReference;

    /// <summary>The value of a metric for an entity.</summary>
    internal sealed record Metric(string Name, IReadOnlyList<string> By, bool IsDescending = false) : DbtReference;

    /// <summary>Reads <c>Dimension('a__b')</c>, <c>TimeDimension('a__b', 'day')</c>, <c>Entity('a')</c>, <c>Metric('m', ['a'])</c>; null for anything else.</summary>
    public static DbtReference? Read(string written, IReadOnlySet<string> grains)
    {
        if (JinjaReader.Read(written) is not { } call || call.Argument(0, "name") is not { } name)
            return null;
        var isDescending = call.Method("descending") is "True" or "true";
        if (call.Name == "Metric")
            return new Metric(name, (call.Argument(1, "group_by") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries), isDescending);
        if (call.Name is not ("Dimension" or "TimeDimension" or "Entity"))
            return null;
        var path = DbtPath.Parse(name, call.Name == "Entity" ? new HashSet<string>() : grains);
        var way = call.Argument(call.Name == "TimeDimension" ? 2 : 1, "entity_path");
        var grain = call.Name == "TimeDimension" ? call.Argument(1, "time_granularity_name") ?? call.Argument(1, "time_granularity") : null;
        return new Element(
            path with
            {
                Entities = [.. way?.Split(',') ?? [], .. path.Entities],
                Grain = (call.Method("grain") ?? grain ?? path.Grain)?.ToLowerInvariant(),
                DatePart = call.Method("date_part") ?? (call.Name == "TimeDimension" ? call.Argument(4, "date_part_name") : null) ?? path.DatePart,
            },
            isDescending);
    }
}
