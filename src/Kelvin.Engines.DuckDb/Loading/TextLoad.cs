using Kelvin.Engines.DuckDb.Loading.Text;
using Kelvin.Engines.DuckDb.Loading.Values;
using Kelvin.Engines.DuckDb.States;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Engines.DuckDb.Loading;

/// <summary>
/// Loads separated text. One pass surveys the whole file. A file that is plain throughout is read by the engine itself; any other,
/// and one whose keys repeat, is read record by record by us, because only then line numbers and reasons are exact.
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
        var survey = Survey(source, layout);
        var fingerprint = $"{survey.Fingerprint}|{zone.Id}|{FormatCheck.Fingerprint(_request.Format)}";
        if (!survey.IsUtf8 && !source.IsCertain)
        {
            source = source with { Encoding = SourceText.Western, IsCertain = true };
            // The header may hold letters outside ASCII.
            if (new LayoutInspection(source, context.Dataset, _request.Format).Inspect() is not { IsSound: true } again)
                return Checked<LoadReport>.Faulty(Issue.At(null, "import.unknown-encoding", ("encoding", "?")));
            layout = again.Value;
            survey = Survey(source, layout);
        }
        if (survey.TooLong is { } line)
            return Checked<LoadReport>.Faulty(Issue.At(null, "import.line-too-long", ("line", line), ("limit", RecordReader.LongestRecord)));
        using var session = context.Instance.Connect();
        if (context.Appends && new StateBook(session, context.CancellationToken).LoadedAt(context.Dataset.Name, fingerprint) is { } before)
            return Checked<LoadReport>.Sound(context.Nothing(session), Issue.At(null, "import.already-loaded",
                ("file", context.Source), ("dataset", context.Dataset.Name), ("when", before.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture))).AsWarning());
        var report = survey.IsPlain ? new PlainLoad(context, session, layout, survey, zone, fingerprint).TryLoad(source) : null;
        report ??= new RewrittenLoad(context, session, layout, survey, LocalTimeline.Of(zone), fingerprint).Load(source);
        return Checked<LoadReport>.Sound(report);
    }

    private FileSurvey Survey(SourceText source, FileLayout layout) =>
        new SurveyPass(layout, context.Dataset, _request.Format,
            new Forwarded<double>(fraction => context.Report(LoadStage.Inspecting, fraction)), context.CancellationToken).Survey(source);
}
