using System.Collections.Immutable;
using System.IO.Hashing;
using Kelvin.Catalog;
using Kelvin.Language;
using Kelvin.Loading.Formats;
using Kelvin.Loading.Rejecting;
using Kelvin.Loading.Text;
using Kelvin.Loading.Values;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Loading;

/// <summary>A file, as text or as typed rows written as text, about to be loaded: its encoding and layout, and the clock on which its times are.</summary>
/// <param name="Request">The load.</param>
/// <param name="Source">The text and its encoding.</param>
/// <param name="Layout">Where in it the dataset's columns are.</param>
/// <param name="Zone">The zone of instants written without one.</param>
public sealed record TextFile(LoadRequest Request, SourceText Source, FileLayout Layout, TimeZoneInfo Zone)
{
    /// <summary>The zone's offsets.</summary>
    public LocalTimeline Timeline => LocalTimeline.Of(Zone);

    /// <summary>How much of it is read.</summary>
    public FileLimits Limits { get; init; } = FileLimits.Default;

    /// <summary>The file's length and time when it was first looked at.</summary>
    public FileStamp Stamp { get; init; }

    /// <summary>The numbers of its lines among those of the other files of the load.</summary>
    public FileLines Lines { get; init; }

    /// <summary>Looks at the beginning of a file; what cannot be used is an issue.</summary>
    public static Checked<TextFile> Open(LoadRequest request, FileLimits? limits = null)
    {
        var zone = ZoneChoice.Of(request);
        if (!zone.IsSound)
            return Checked<TextFile>.Faulty(zone.Issues);
        if (FormatCheck.Issues(request.Format) is { IsEmpty: false } unusable)
            return Checked<TextFile>.Faulty(unusable);
        var within = limits ?? FileLimits.Default;
        var stamp = FileStamp.Of(request.Path);
        try
        {
            return FileInspection.Inspect(request.Path, request.Format, within).Then(source =>
                new LayoutInspection(source, request.Dataset, request.Format, within).Inspect().Then(layout =>
                    Checked<TextFile>.Sound(new TextFile(request, source, layout, zone.Value) { Limits = within, Stamp = stamp })));
        }
        catch (UnusableFileException unusableFile)
        {
            return Checked<TextFile>.Faulty(unusableFile.Issue);
        }
    }

    /// <summary>Goes over the whole file once, unless it is known already what that would find.</summary>
    public FileSurvey Survey(IProgress<double> progress, CancellationToken cancellationToken) =>
        (Request.Known as FileFacts)?.SurveyFor(this) ?? new SurveyPass(Layout, Request.Dataset, Request.Format, progress, cancellationToken, Limits).Survey(Source);

    /// <summary>The file as it must be read after its survey: another encoding than was assumed, or the same.</summary>
    public Checked<TextFile> After(FileSurvey survey)
    {
        if (survey.Fault is { } fault)
            return Checked<TextFile>.Faulty(fault);
        if (survey.IsUtf8 || Source.IsCertain)
            return Checked<TextFile>.Sound(this);
        var other = Request.Format.Encoding is { } name ? FileInspection.Named(name) : null;
        var western = Source with { Encoding = other ?? SourceText.Western, IsCertain = true };
        // The header may hold letters outside ASCII, and so may numbers. What was warned of is not warned of again.
        return new LayoutInspection(western, Request.Dataset, Request.Format, Limits).Inspect() is { IsSound: true } again
            ? Checked<TextFile>.Sound(this with { Source = western, Layout = again.Value })
            : Checked<TextFile>.Faulty(Issue.At(null, "import.unknown-encoding", ("encoding", "?")));
    }

    /// <summary>What tells this file, read in this way, from any other.</summary>
    /// <exception cref="UnusableFileException">It is no longer the file that was surveyed.</exception>
    public string FingerprintOf(FileSurvey survey)
    {
        StopIfChanged(Stamp != FileStamp.Of(Request.Path));
        return $"{survey.Fingerprint}|{Zone.Id}|{FormatCheck.Fingerprint(Request.Format)}";
    }

    /// <summary>Reads every record exactly, and writes it plainly or rejects it.</summary>
    /// <param name="target">Gets the rows, each with the number of its line in front.</param>
    /// <param name="columns">Which columns, in their order.</param>
    /// <param name="survey">The survey.</param>
    /// <param name="rejections">Takes the rejected rows.</param>
    /// <param name="progress">Told how many records are read.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>How many rows were written.</returns>
    /// <exception cref="UnusableFileException">It is no longer the file that was surveyed: what was written must be given up.</exception>
    public long Rewrite(TextWriter target, ImmutableArray<Column> columns, FileSurvey survey, IRejections rejections, IProgress<long> progress, CancellationToken cancellationToken)
    {
        var hash = new XxHash128();
        using var text = new HashingStream(Source.Open(), hash);
        var rows = new RewritingPass(this, columns, survey.Marks, rejections, progress, cancellationToken).Rewrite(text, target);
        StopIfChanged(Stamp != FileStamp.Of(Request.Path) || survey.Fingerprint != Convert.ToHexString(hash.GetCurrentHash()));
        return rows;
    }

    private void StopIfChanged(bool isChanged)
    {
        if (isChanged)
            throw UnusableFileException.With("import.file-changed", ("file", Path.GetFileName(Request.Path)));
    }
}
