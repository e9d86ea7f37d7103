using Kelvin.Engines.DuckDb.Connections;
using Kelvin.Engines.DuckDb.Loading.Text;
using Kelvin.Engines.DuckDb.Loading.Values;
using Kelvin.Engines.DuckDb.States;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Engines.DuckDb.Loading;

/// <summary>
/// Loads separated text. One pass surveys the whole file while the engine's reader is at it already. A file that is plain throughout
/// is the engine's to read; any other, and one whose keys repeat, is read record by record by us, because only then line numbers and
/// reasons are exact.
/// </summary>
internal sealed class TextLoad(LoadContext context)
{
    private readonly LoadRequest _request = context.Request;

    public Checked<LoadReport> Run()
    {
        var zone = ZoneChoice.Of(_request);
        if (!zone.IsSound)
            return Checked<LoadReport>.Faulty(zone.Issues);
        if (FormatCheck.Issues(_request.Format) is { IsEmpty: false } unusable)
            return Checked<LoadReport>.Faulty(unusable);
        return FileInspection.Inspect(_request.Path, _request.Format).Then(source =>
            new LayoutInspection(source, context.Dataset, _request.Format).Inspect().Then(layout => Load(source, layout, zone.Value)));
    }

    private Checked<LoadReport> Load(SourceText source, FileLayout layout, TimeZoneInfo zone)
    {
        using var session = context.Instance.Connect();
        var timeline = LocalTimeline.Of(zone);
        var surveying = Task.Run(() => Survey(source, layout), CancellationToken.None);
        var report = source.IsUtf8 ? TryPlain(session, source, layout, zone, timeline, surveying) : null;
        var survey = surveying.GetAwaiter().GetResult();
        var fingerprint = FingerprintOf(survey, zone);
        if (report is not null)
            return Checked<LoadReport>.Sound(report);
        if (WhyNot(session, survey, fingerprint) is { } outcome)
            return outcome;
        if (!survey.IsUtf8 && !source.IsCertain)
        {
            source = source with { Encoding = SourceText.Western, IsCertain = true };
            // The header may hold letters outside ASCII, and so may numbers.
            if (new LayoutInspection(source, context.Dataset, _request.Format).Inspect() is not { IsSound: true } again)
                return Checked<LoadReport>.Faulty(Issue.At(null, "import.unknown-encoding", ("encoding", "?")));
            layout = again.Value;
            survey = Survey(source, layout);
        }
        return Checked<LoadReport>.Sound(new RewrittenLoad(context, session, layout, survey, timeline, fingerprint).Load(source));
    }

    /// <summary>Begins with what the first records suggest; where the rest is plain too but otherwise, once more with what was found.</summary>
    private LoadReport? TryPlain(
        DuckDbSession session, SourceText source, FileLayout layout, TimeZoneInfo zone, LocalTimeline timeline, Task<FileSurvey> surveying)
    {
        string? Fingerprint(FileSurvey survey) => WhyNot(session, survey, FingerprintOf(survey, zone)) is null ? FingerprintOf(survey, zone) : null;
        var plain = new PlainLoad(context, session, layout, timeline);
        var guess = PlainAssumptions.Guess(source, layout);
        var report = plain.TryLoad(source, guess, surveying, Fingerprint);
        var survey = surveying.GetAwaiter().GetResult();
        return report is null && survey.IsPlain && PlainAssumptions.Of(survey) != guess
            ? plain.TryLoad(source, PlainAssumptions.Of(survey), surveying, Fingerprint)
            : report;
    }

    /// <summary>What ends a load after the survey: a line that nobody could read, or a file that is in the dataset already.</summary>
    private Checked<LoadReport>? WhyNot(DuckDbSession session, FileSurvey survey, string fingerprint)
    {
        if (survey.TooLong is { } line)
            return Checked<LoadReport>.Faulty(Issue.At(null, "import.line-too-long", ("line", line), ("limit", RecordReader.LongestRecord)));
        var before = context.Appends ? new StateBook(session, context.CancellationToken).LoadedAt(context.Dataset.Name, fingerprint) : null;
        return before is null ? null : context.AlreadyLoaded(session, before.Value);
    }

    private string FingerprintOf(FileSurvey survey, TimeZoneInfo zone) => $"{survey.Fingerprint}|{zone.Id}|{FormatCheck.Fingerprint(_request.Format)}";

    private FileSurvey Survey(SourceText source, FileLayout layout) =>
        new SurveyPass(layout, context.Dataset, _request.Format,
            new Forwarded<double>(fraction => context.Report(LoadStage.Reading, fraction)), context.CancellationToken).Survey(source);
}
