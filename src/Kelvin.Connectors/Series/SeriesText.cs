using System.Collections.Immutable;
using Kelvin.Collection.Series;
using Kelvin.Language;

namespace Kelvin.Connectors.Series;

/// <summary>
/// Reads metrics as text: OpenMetrics 1.0, and the text that Prometheus had before it (0.0.4). Samples come in the order in which they
/// stand. In OpenMetrics the moment at which counts began (<c>_created</c>) is told of each of them and is no sample of its own. What
/// is written is judged, not whether it is wise: a counter that falls has begun anew.
/// </summary>
internal sealed class SeriesText
{
    private const string End = "# EOF";

    /// <summary>More than that is no moment, and may be more than a decimal number can be.</summary>
    private const double MostSeconds = 1e12;

    private static readonly string[] Bounds = ["le", "quantile"];

    private readonly bool _isStrict;
    private readonly Dictionary<string, SeriesFamily> _families = new(StringComparer.Ordinal);
    private readonly List<(Sample Sample, SeriesFamily? Family)> _samples = [];
    private readonly Dictionary<(string Family, string Labels), DateTime> _created = [];

    private SeriesText(bool isStrict) => _isStrict = isStrict;

    /// <summary>The samples in a text; or the line that cannot be read, and why. A text that was cut short brings none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isOpenMetrics">Whether it is OpenMetrics; else Prometheus' own text.</param>
    public static Checked<IReadOnlyList<Sample>> Read(string text, bool isOpenMetrics)
    {
        var (reading, number, hasEnded) = (new SeriesText(isOpenMetrics), 0, false);
        foreach (var part in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan()[part];
            number++;
            if (hasEnded && line.IsEmpty && part.End.Value == text.Length)
                break;
            try
            {
                if (hasEnded)
                    throw new FormatException("there is text after # EOF");
                hasEnded = isOpenMetrics && line.SequenceEqual(End);
                // What follows the last end of a line is no line.
                if (!hasEnded && (part.End.Value < text.Length || !line.IsEmpty))
                    reading.Line(line);
            }
            catch (FormatException)
            {
                return Checked<IReadOnlyList<Sample>>.Faulty(Issue.At(null, "sync.series-line", ("line", number), ("written", line[..Math.Min(line.Length, 80)].ToString())));
            }
        }
        return isOpenMetrics && !hasEnded
            ? Checked<IReadOnlyList<Sample>>.Faulty(Issue.At(null, "sync.series-cut"))
            : Checked<IReadOnlyList<Sample>>.Sound([.. reading._samples.Select(reading.Whole)]);
    }

    private void Line(ReadOnlySpan<char> text)
    {
        var line = new SeriesLine(_isStrict ? text : text.TrimEnd(" \t\r"), _isStrict);
        line.Loosely();
        if (line.IsAtEnd && !_isStrict)
            return;
        if (line.Take('#'))
            Describe(line);
        else
            Measure(line, text);
    }

    /// <summary>Prometheus' own text has comments wherever OpenMetrics must say something.</summary>
    private void Describe(SeriesLine line)
    {
        if (_isStrict)
            line.Space();
        line.Loosely();
        var what = line.IsAtEnd && !_isStrict ? "" : line.Word();
        if (what is not ("HELP" or "TYPE" or "UNIT"))
        {
            if (_isStrict)
                throw new FormatException($"‘# {what}’ says nothing in OpenMetrics");
            return;
        }
        line.Space();
        var name = line.FamilyName();
        if (!_families.TryGetValue(name, out var family))
            _families.Add(name, family = new SeriesFamily(name));
        if (what == "HELP" && !_isStrict)
            return;
        line.Space();
        if (what == "TYPE")
            family.Kind = KindOf(line.Rest);
        else if (what == "UNIT")
            family.Unit = line.Rest is { Length: > 0 } unit ? unit : null;
    }

    private void Measure(SeriesLine line, ReadOnlySpan<char> text)
    {
        string? name = null;
        ImmutableArray<SampleLabel> labels = [];
        if (!line.IsAtBrace)
            name = line.Name(ofLabel: false);
        if (line.TakeBrace())
            labels = line.Labels(ref name);
        if (name is null)
            throw new FormatException("the series has no name");
        line.Space();
        var value = line.Number();
        DateTime? time = null;
        if (!line.IsAtEnd)
            line.Space();
        if (!line.IsAtEnd && !line.IsAtSign)
        {
            time = line.Time();
            if (!line.IsAtEnd)
                line.Space();
        }
        if (_isStrict && line.IsAtEnd && text[^1] == ' ')
            throw new FormatException("a space ends the line");
        if (_isStrict && line.Take('#'))
            line.Exemplar();
        if (!line.IsAtEnd)
            throw new FormatException($"‘{line.Rest}’ is more than belongs there");
        Add(new Sample(name, labels, value) { Time = time });
    }

    private void Add(Sample sample)
    {
        var family = FamilyOf(sample.Name);
        if (_isStrict && family?.IsCreation(sample.Name) == true)
            _created[(family.Name, Shared(sample))] = Began(sample.Value) ?? throw new FormatException("a count began at no time");
        else
            _samples.Add((sample, family));
    }

    private static DateTime? Began(double seconds) => Math.Abs(seconds) < MostSeconds ? SeriesLine.Moment((decimal)seconds) : null;

    private Sample Whole((Sample Sample, SeriesFamily? Family) read)
    {
        var (sample, family) = read;
        var isCumulative = (family?.Kind ?? SeriesKind.Unknown).IsCumulative(sample.Name);
        return sample with
        {
            Kind = family?.Kind ?? SeriesKind.Unknown,
            Unit = family?.Unit,
            IsCumulative = isCumulative,
            Created = isCumulative && family is not null && _created.TryGetValue((family.Name, Shared(sample)), out var created) ? created : null,
        };
    }

    private SeriesFamily? FamilyOf(string sample)
    {
        if (_families.TryGetValue(sample, out var own))
            return own;
        var end = sample.LastIndexOf('_');
        return end > 0 && _families.TryGetValue(sample[..end], out var family) && family.Ends.Contains(sample[end..]) ? family : null;
    }

    /// <summary>The labels that all samples of one count have.</summary>
    private static string Shared(Sample sample) => string.Join(",", sample.Labels.Where(label => !Bounds.Contains(label.Name)));

    private SeriesKind KindOf(string word) =>
        word == "untyped" && !_isStrict ? SeriesKind.Unknown
        : Enum.GetValues<SeriesKind>().Where(kind => kind.Word() == word).Select(kind => (SeriesKind?)kind).FirstOrDefault()
        ?? (_isStrict ? throw new FormatException($"‘{word}’ is no kind of metric") : SeriesKind.Unknown);
}
