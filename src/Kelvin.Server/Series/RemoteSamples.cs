using System.Collections.Immutable;
using Kelvin.Collection.Series;
using ProtoBuf;
using Snappier;

namespace Kelvin.Server.Series;

/// <summary>Reads what Prometheus sends: protocol buffers in a block of Snappy.</summary>
internal static class RemoteSamples
{
    private const string NameLabel = "__name__";
    private const int MostBytes = 16 * 1024 * 1024;

    // Two bytes can say that there is a series, which takes a hundred in memory.
    private const int MostMessages = 250_000;
    private const long MostMilliseconds = 60_000_000_000_000;

    /// <summary>The samples; null when it is not what it says it is, or swells to more than may be.</summary>
    public static IReadOnlyList<Sample>? Read(ReadOnlyMemory<byte> body, bool isSecond)
    {
        try
        {
            if (Snappy.GetUncompressedLength(body.Span) is < 0 or > MostBytes)
                return null;
            using var plain = Snappy.DecompressToMemory(body.Span);
            if (!IsFew(plain.Memory))
                return null;
            return isSecond ? Of(Serializer.Deserialize<RemoteWriteV2>(plain.Memory)) : Of(Serializer.Deserialize<RemoteWriteV1>(plain.Memory));
        }
        catch (Exception failure) when (failure is InvalidDataException or ProtoException or EndOfStreamException or ArgumentException or OverflowException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Whether it has no more series and texts than anybody sends at a time.</summary>
    private static bool IsFew(ReadOnlyMemory<byte> plain)
    {
        var reader = ProtoReader.State.Create(plain, null);
        try
        {
            var count = 0;
            while (reader.ReadFieldHeader() > 0 && ++count <= MostMessages)
                reader.SkipField();
            return count <= MostMessages;
        }
        finally
        {
            reader.Dispose();
        }
    }

    private static List<Sample> Of(RemoteWriteV1 request) =>
    [
        .. from series in request.Series
           let name = series.Labels.Find(label => label.Name == NameLabel)?.Value ?? ""
           let labels = Sorted(series.Labels.Select(label => (label.Name, label.Value)))
           from point in series.Points
           select new Sample(name, labels, point.Value) { Time = Moment(point.Time), IsCumulative = SeriesKind.Unknown.IsCumulative(name) },
    ];

    private static List<Sample> Of(RemoteWriteV2 request)
    {
        string Text(uint place) => place < request.Symbols.Count ? request.Symbols[(int)place] : throw new InvalidDataException("A text is not in the list of texts.");
        var samples = new List<Sample>();
        foreach (var series in request.Series)
        {
            var pairs = series.Labels.Chunk(2).Select(pair => pair.Length == 2 ? (Name: Text(pair[0]), Value: Text(pair[1])) : throw new InvalidDataException("A label has no value.")).ToList();
            var name = pairs.Find(pair => pair.Name == NameLabel).Value ?? "";
            var labels = Sorted(pairs);
            var kind = (SeriesKind)(series.Metadata?.Kind ?? 0) is var said && Enum.IsDefined(said) ? said : SeriesKind.Unknown;
            var unit = series.Metadata is { Unit: > 0 and var place } ? Text(place) : null;
            samples.AddRange(series.Points.Select(point => new Sample(name, labels, point.Value)
            {
                Time = Moment(point.Time),
                Kind = kind,
                Unit = unit,
                IsCumulative = kind.IsCumulative(name),
                Created = series.Created == 0 ? null : Moment(series.Created),
            }));
        }
        return samples;
    }

    private static ImmutableArray<SampleLabel> Sorted(IEnumerable<(string Name, string Value)> labels) =>
        [.. labels.Where(label => label.Name != NameLabel).OrderBy(label => label.Name, StringComparer.Ordinal).Select(label => new SampleLabel(label.Name, label.Value))];

    private static DateTime Moment(long milliseconds) =>
        Math.Abs(milliseconds) < MostMilliseconds ? DateTime.UnixEpoch.AddMilliseconds(milliseconds) : throw new InvalidDataException("A time is beyond all times.");
}
