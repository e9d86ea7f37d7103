using ProtoBuf;

namespace Kelvin.Server.Series;

/// <summary>What Prometheus sends by remote write 2.0: <c>io.prometheus.write.v2.Request</c>, as far as it is read here. Texts are places in a list.</summary>
[ProtoContract]
internal sealed class RemoteWriteV2
{
    [ProtoMember(4)]
    public List<string> Symbols { get; set; } = [];

    [ProtoMember(5)]
    public List<SeriesV2> Series { get; set; } = [];
}

/// <summary><c>io.prometheus.write.v2.TimeSeries</c></summary>
[ProtoContract]
internal sealed class SeriesV2
{
    /// <summary>Name, value, name, value …</summary>
    [ProtoMember(1, IsPacked = true)]
    public List<uint> Labels { get; set; } = [];

    [ProtoMember(2)]
    public List<PointV1> Points { get; set; } = [];

    [ProtoMember(5)]
    public MetadataV2? Metadata { get; set; }

    /// <summary>When the count began; milliseconds since 1970, 0 when that is not said.</summary>
    [ProtoMember(6)]
    public long Created { get; set; }
}

/// <summary><c>io.prometheus.write.v2.Metadata</c></summary>
[ProtoContract]
internal sealed class MetadataV2
{
    /// <summary>1 counter, 2 gauge, 3 histogram, 4 gauge histogram, 5 summary, 6 info, 7 state set.</summary>
    [ProtoMember(1)]
    public int Kind { get; set; }

    [ProtoMember(4)]
    public uint Unit { get; set; }
}
