using Kelvin.Engines.DuckDb.Connections;
using Kelvin.Engines.DuckDb.States;
using Kelvin.Language;
using Kelvin.Loading;
using Kelvin.Loading.Text;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Engines.DuckDb.Loading;

/// <summary>
/// Loads separated text. One pass surveys the whole file while the engine's reader is at it already. A file that is plain throughout
/// is the engine's to read; any other, and one whose keys repeat, is read record by record by us, because only then line numbers and
/// reasons are exact.
/// </summary>
internal sealed class TextLoad(LoadContext context)
{
    public Checked<LoadReport> Run() => TextFile.Open(context.Request).Then(Load);

    private Checked<LoadReport> Load(TextFile file)
    {
        using var session = context.Instance.Connect();
        var surveying = Task.Run(() => Survey(file), CancellationToken.None);
        var report = file.Source.IsUtf8 ? TryPlain(session, file, surveying) : null;
        var survey = surveying.GetAwaiter().GetResult();
        if (report is not null)
            return Checked<LoadReport>.Sound(report);
        var fingerprint = file.FingerprintOf(survey);
        return file.After(survey).Then(known =>
        {
            if (LoadedBefore(session, fingerprint) is { } before)
                return context.AlreadyLoaded(session, before);
            var found = known == file ? survey : Survey(known);
            return Checked<LoadReport>.Sound(new RewrittenLoad(context, session, known, found, fingerprint).Load());
        });
    }

    /// <summary>Begins with what the first records suggest; where the rest is plain too but otherwise, once more with what was found.</summary>
    private LoadReport? TryPlain(DuckDbSession session, TextFile file, Task<FileSurvey> surveying)
    {
        string? Fingerprint(FileSurvey survey) =>
            survey.Fault is null && LoadedBefore(session, file.FingerprintOf(survey)) is null ? file.FingerprintOf(survey) : null;
        var plain = new PlainLoad(context, session, file.Layout, file.Timeline);
        var guess = PlainAssumptions.Guess(file.Source, file.Layout);
        var report = plain.TryLoad(file.Source, guess, surveying, Fingerprint);
        var survey = surveying.GetAwaiter().GetResult();
        return report is null && survey.IsPlain && PlainAssumptions.Of(survey) != guess
            ? plain.TryLoad(file.Source, PlainAssumptions.Of(survey), surveying, Fingerprint)
            : report;
    }

    /// <summary>When a file that is to be added was added before, or null.</summary>
    private DateTime? LoadedBefore(DuckDbSession session, string fingerprint) =>
        context.Appends ? new StateBook(session, context.CancellationToken).LoadedAt(context.Dataset.Name, fingerprint) : null;

    private FileSurvey Survey(TextFile file) =>
        file.Survey(new Forwarded<double>(fraction => context.Report(LoadStage.Reading, fraction)), context.CancellationToken);
}
