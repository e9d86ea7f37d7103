using System.Collections.Immutable;
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
        var files = TextFiles.Open(context.Request);
        if (!files.IsSound)
            return Checked<LoadReport>.Faulty(files.Issues);
        var report = await LoadAsync([.. files.Value]);
        return report.IsSound
            ? Checked<LoadReport>.Sound(report.Value, [.. files.Issues, .. report.Issues])
            : Checked<LoadReport>.Faulty([.. files.Issues, .. report.Issues]);
    }

    private async Task<Checked<LoadReport>> LoadAsync(ImmutableArray<TextFile> files)
    {
        using var session = context.Instance.Connect();
        var surveying = Task.Run(() => new TextFiles(files, [.. files.Select(Survey)]), CancellationToken.None);
        var report = files.All(file => file.Source.IsUtf8) ? await TryPlainAsync(session, files, surveying) : null;
        var surveyed = await surveying;
        if (report is not null)
            return Checked<LoadReport>.Sound(report);
        var fingerprint = surveyed.Fingerprint;
        if (surveyed.Surveys.All(survey => survey.Fault is null) && await context.LoadedBeforeAsync(session, fingerprint) is { } before)
            return await context.AlreadyLoadedAsync(session, before);
        var known = TextFiles.After(context.Request, files, surveyed.Surveys, Survey);
        return known.IsSound
            ? Checked<LoadReport>.Sound(await new RewrittenLoad(context, session, known.Value, fingerprint).LoadAsync(), known.Issues)
            : Checked<LoadReport>.Faulty(known.Issues);
    }

    /// <summary>Begins with what the first records suggest; where the rest is plain too but otherwise, once more with what was found.</summary>
    private async Task<LoadReport?> TryPlainAsync(DuckDbSession session, ImmutableArray<TextFile> files, Task<TextFiles> surveying)
    {
        async Task<string?> FingerprintAsync(TextFiles surveyed) =>
            surveyed.Surveys.All(survey => survey.Fault is null) && await context.LoadedBeforeAsync(session, surveyed.Fingerprint) is null ? surveyed.Fingerprint : null;
        var plain = new PlainLoad(context, session, files);
        ImmutableArray<PlainAssumptions> guess = [.. files.Select(file => PlainAssumptions.Guess(file.Source, file.Layout))];
        var report = await plain.TryLoadAsync(guess, surveying, FingerprintAsync);
        var surveys = (await surveying).Surveys;
        ImmutableArray<PlainAssumptions> found = [.. surveys.Select(PlainAssumptions.Of)];
        return report is null && surveys.All(survey => survey.IsPlain) && !found.SequenceEqual(guess)
            ? await plain.TryLoadAsync(found, surveying, FingerprintAsync)
            : report;
    }

    private FileSurvey Survey(TextFile file) =>
        file.Survey(new Forwarded<double>(fraction => context.Report(LoadStage.Reading, fraction)), context.CancellationToken);
}
