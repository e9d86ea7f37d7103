using Kelvin.Engines.DuckDb.Connections;
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
    public async Task<Checked<LoadReport>> RunAsync()
    {
        var file = TextFile.Open(context.Request);
        if (!file.IsSound)
            return Checked<LoadReport>.Faulty(file.Issues);
        var report = await LoadAsync(file.Value);
        return report.IsSound
            ? Checked<LoadReport>.Sound(report.Value, [.. file.Issues, .. report.Issues])
            : Checked<LoadReport>.Faulty([.. file.Issues, .. report.Issues]);
    }

    private async Task<Checked<LoadReport>> LoadAsync(TextFile file)
    {
        using var session = context.Instance.Connect();
        var surveying = Task.Run(() => Survey(file), CancellationToken.None);
        var report = file.Source.IsUtf8 ? await TryPlainAsync(session, file, surveying) : null;
        var survey = await surveying;
        if (report is not null)
            return Checked<LoadReport>.Sound(report);
        var fingerprint = file.FingerprintOf(survey);
        var known = file.After(survey);
        if (!known.IsSound)
            return Checked<LoadReport>.Faulty(known.Issues);
        if (await context.LoadedBeforeAsync(session, fingerprint) is { } before)
            return await context.AlreadyLoadedAsync(session, before);
        var found = known.Value == file ? survey : Survey(known.Value);
        return Checked<LoadReport>.Sound(await new RewrittenLoad(context, session, known.Value, found, fingerprint).LoadAsync(), known.Issues);
    }

    /// <summary>Begins with what the first records suggest; where the rest is plain too but otherwise, once more with what was found.</summary>
    private async Task<LoadReport?> TryPlainAsync(DuckDbSession session, TextFile file, Task<FileSurvey> surveying)
    {
        async Task<string?> FingerprintAsync(FileSurvey survey) =>
            survey.Fault is null && await context.LoadedBeforeAsync(session, file.FingerprintOf(survey)) is null ? file.FingerprintOf(survey) : null;
        var plain = new PlainLoad(context, session, file.Layout, file.Timeline);
        var guess = PlainAssumptions.Guess(file.Source, file.Layout);
        var report = await plain.TryLoadAsync(file.Source, guess, surveying, FingerprintAsync);
        var survey = await surveying;
        return report is null && survey.IsPlain && PlainAssumptions.Of(survey) != guess
            ? await plain.TryLoadAsync(file.Source, PlainAssumptions.Of(survey), surveying, FingerprintAsync)
            : report;
    }

    private FileSurvey Survey(TextFile file) =>
        file.Survey(new Forwarded<double>(fraction => context.Report(LoadStage.Reading, fraction)), context.CancellationToken);
}
