using System.Collections.Immutable;
using Kelvin.Collection.Series;
using Kelvin.Language;
using ProtoBuf;
using Snappier;

namespace Kelvin.Server.Series;

/// <summary>Reads what Prometheus sends: protocol buffers in a block of Snappy.</summary>
internal static class RemoteSamples
{
    private const string NameLabel = "__name__";
    private const int MostBytes = 64 * 1024 * 1024;
    private const long MostLabelSigns = 4L * MostBytes;
    private const long MostMilliseconds = 60_000_000_000_000;

    /// <summary>The samples; or why none can be had: they are more than may be, or not what it says they are.</summary>
    public static Checked<IReadOnlyList<Sample>> Read(ReadOnlyMemory<byte> body, bool isSecond, int most)
    {
        try
        {
            if (Snappy.GetUncompressedLength(body.Span) is < 0 or > MostBytes)
                return Broken;
            using var plain = Snappy.DecompressToMemory(body.Span);
            if (!RemoteSize.IsWithin(plain.Memory.Span, isSecond, most))
                return TooMany(most);
            var samples = isSecond ? Of(Serializer.Deserialize<RemoteWriteV2>(plain.Memory)) : Of(Serializer.Deserialize<RemoteWriteV1>(plain.Memory));
            // All samples of a series share its labels until they are rows.
            return samples.Sum(sample => sample.Labels.Sum(label => (long)label.Name.Length + label.Value.Length)) > MostLabelSigns
                ? TooMany(most)
                : Checked<IReadOnlyList<Sample>>.Sound(samples);
        }
        catch (Exception failure) when (failure is InvalidDataException or ProtoException or EndOfStreamException or ArgumentException or OverflowException or InvalidOperationException)
        {
            return Broken;
        }
    }

    private static Checked<IReadOnlyList<Sample>> Broken => Checked<IReadOnlyList<Sample>>.Faulty(Issue.At(null, "push.series-broken"));

    private static Checked<IReadOnlyList<Sample>> TooMany(int most) => Checked<IReadOnlyList<Sample>>.Faulty(Issue.At(null, "push.series-too-many", ("most", most)));

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
