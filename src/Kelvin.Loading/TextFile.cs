using Kelvin.Language;
using Kelvin.Loading.Rejecting;
using Kelvin.Loading.Text;
using Kelvin.Loading.Values;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Loading;

/// <summary>A file of separated text about to be loaded: its encoding and layout, and the clock on which its times are.</summary>
/// <param name="Request">The load.</param>
/// <param name="Source">The text and its encoding.</param>
/// <param name="Layout">Where in it the dataset's columns are.</param>
/// <param name="Zone">The zone of instants written without one.</param>
public sealed record TextFile(LoadRequest Request, SourceText Source, FileLayout Layout, TimeZoneInfo Zone)
{
    /// <summary>The zone's offsets.</summary>
    public LocalTimeline Timeline => LocalTimeline.Of(Zone);

    /// <summary>Looks at the beginning of a file; what cannot be used is an issue.</summary>
    public static Checked<TextFile> Open(LoadRequest request)
    {
        var zone = ZoneChoice.Of(request);
        if (!zone.IsSound)
            return Checked<TextFile>.Faulty(zone.Issues);
        if (FormatCheck.Issues(request.Format) is { IsEmpty: false } unusable)
            return Checked<TextFile>.Faulty(unusable);
        return FileInspection.Inspect(request.Path, request.Format).Then(source =>
            new LayoutInspection(source, request.Dataset, request.Format).Inspect().Then(layout =>
                Checked<TextFile>.Sound(new TextFile(request, source, layout, zone.Value))));
    }

    /// <summary>Goes over the whole file once.</summary>
    public FileSurvey Survey(IProgress<double> progress, CancellationToken cancellationToken) =>
        new SurveyPass(Layout, Request.Dataset, Request.Format, progress, cancellationToken).Survey(Source);

    /// <summary>The file as it must be read after its survey: another encoding than was assumed, or the same.</summary>
    public Checked<TextFile> After(FileSurvey survey)
    {
        if (survey.TooLong is { } line)
            return Checked<TextFile>.Faulty(Issue.At(null, "import.line-too-long", ("line", line), ("limit", RecordReader.LongestRecord)));
        if (survey.IsUtf8 || Source.IsCertain)
            return Checked<TextFile>.Sound(this);
        var western = Source with { Encoding = SourceText.Western, IsCertain = true };
        // The header may hold letters outside ASCII, and so may numbers. What was warned of is not warned of again.
        return new LayoutInspection(western, Request.Dataset, Request.Format).Inspect() is { IsSound: true } again
            ? Checked<TextFile>.Sound(this with { Source = western, Layout = again.Value })
            : Checked<TextFile>.Faulty(Issue.At(null, "import.unknown-encoding", ("encoding", "?")));
    }

    /// <summary>What tells this file, read in this way, from any other.</summary>
    public string FingerprintOf(FileSurvey survey) => $"{survey.Fingerprint}|{Zone.Id}|{FormatCheck.Fingerprint(Request.Format)}";

    /// <summary>Reads every record exactly, and writes it plainly or rejects it.</summary>
    /// <returns>How many rows were written.</returns>
    public long Rewrite(TextWriter target, FileSurvey survey, RejectionLog rejections, IProgress<long> progress, CancellationToken cancellationToken) =>
        new RewritingPass(Layout, Request.Dataset, Request.Format, survey.Marks, Timeline, rejections, progress, cancellationToken).Rewrite(Source, target);
}
