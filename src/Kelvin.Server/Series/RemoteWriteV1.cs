using ProtoBuf;

namespace Kelvin.Server.Series;

/// <summary>What Prometheus sends by remote write 1.0: <c>prometheus.WriteRequest</c>, as far as it is read here.</summary>
[ProtoContract]
internal sealed class RemoteWriteV1
{
    [ProtoMember(1)]
    public List<SeriesV1> Series { get; set; } = [];
}

/// <summary><c>prometheus.TimeSeries</c></summary>
[ProtoContract]
internal sealed class SeriesV1
{
    [ProtoMember(1)]
    public List<LabelV1> Labels { get; set; } = [];

    [ProtoMember(2)]
    public List<PointV1> Points { get; set; } = [];
}

/// <summary><c>prometheus.Label</c></summary>
[ProtoContract]
internal sealed class LabelV1
{
    [ProtoMember(1)]
    public string Name { get; set; } = "";

    [ProtoMember(2)]
    public string Value { get; set; } = "";
}

/// <summary><c>prometheus.Sample</c>, the same in both versions; milliseconds since 1970.</summary>
[ProtoContract]
internal sealed class PointV1
{
    [ProtoMember(1)]
    public double Value { get; set; }

    [ProtoMember(2)]
    public long Time { get; set; }
}
