using Kelvin.Catalog;
using Kelvin.Engines.Book;
using Kelvin.Engines.Postgres.Connections;
using Kelvin.Engines.Preparing;
using Kelvin.Engines.Publishing;
using Kelvin.Engines.Staging;
using Kelvin.Language;
using Kelvin.Loading;
using Kelvin.Loading.Rejecting;
using Kelvin.Loading.Text;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Engines.Postgres.Loading;

/// <summary>
/// Loads separated text. Every record is read by us and handed to the server rewritten while it is read: the server stops at the
/// first value it cannot take, and could say neither the line nor what else is wrong.
/// </summary>
internal sealed class TextLoad(
    PostgresEngine engine, ViewStates prepared, PostgresSettings settings, LoadRequest request, IProgress<LoadProgress>? progress, CancellationToken cancellationToken)
{
    private readonly long _started = settings.Clock.GetTimestamp();

    private bool Appends => request.Mode == LoadMode.Append;

    private Dataset Dataset => request.Dataset;

    public async Task<Checked<LoadReport>> RunAsync()
    {
        var (file, survey, fingerprint) = Look();
        if (!file.IsSound)
            return Checked<LoadReport>.Faulty(file.Issues);
        await using var session = await engine.ConnectAsync(cancellationToken);
        var rejections = RejectionLog.Open(
            settings.Rejected, request, file.Value.Layout.Header, (char)file.Value.Layout.Separator, settings.Clock.GetUtcNow());
        try
        {
            Checked<LoadReport>? outcome = null;
            await session.TransactionAsync(async () =>
            {
                outcome = await LoadAsync(session, file.Value, survey, fingerprint, rejections);
                return true;
            }, cancellationToken);
            rejections.Dispose();
            return Checked<LoadReport>.Sound(outcome!.Value!, [.. file.Issues, .. outcome.Issues]);
        }
        catch
        {
            rejections.Discard();
            throw;
        }
    }

    /// <summary>The file with its survey, read once more in the encoding that the first survey told of when that was another.</summary>
    private (Checked<TextFile> File, FileSurvey Survey, string Fingerprint) Look()
    {
        FileSurvey found = null!;
        var fingerprint = "";
        var file = TextFile.Open(request).Then(opened =>
        {
            found = Survey(opened);
            fingerprint = opened.FingerprintOf(found);
            return opened.After(found).Then(known =>
            {
                found = known == opened ? found : Survey(known);
                return Checked<TextFile>.Sound(known);
            });
        });
        return (file, found, fingerprint);
    }

    private async Task<Checked<LoadReport>> LoadAsync(
        PostgresSession session, TextFile file, FileSurvey survey, string fingerprint, RejectionLog rejections)
    {
        var book = new LoadBook(engine, session, cancellationToken);
        await engine.LockAsync(session, Dataset.Name, cancellationToken);
        if (Appends && await book.LoadedAtAsync(Dataset.Name, fingerprint) is { } before)
            return AlreadyLoaded(await new StateBook(engine, session, cancellationToken).VersionAsync(Dataset.Name), before);
        var load = (await book.NumbersAsync(1))[0];
        var staging = await StagingTable.ForFileAsync(engine, session, Dataset, load, withLines: true, cancellationToken);
        var written = await session.CopyTextAsync(
            CopyInto(staging, file), writer => file.Rewrite(writer, survey, rejections, Reading(survey), cancellationToken), cancellationToken);
        Report(LoadStage.Checking, null, written);
        RepeatedKeys.Reject(file, await staging.RemoveRepeatedKeysAsync(Appends), rejections);
        return Checked<LoadReport>.Sound(await PublishAsync(session, staging, load, rejections, survey.EmptyLines, fingerprint));
    }

    private string CopyInto(StagingTable staging, TextFile file)
    {
        var names = file.Layout.Columns.Select(laid => engine.Dialect.Quote(laid.Column.Name)).Prepend(engine.Names.Line);
        return $"COPY {staging.Name} ({string.Join(", ", names)}) FROM STDIN (FORMAT csv)";
    }

    private async Task<LoadReport> PublishAsync(
        PostgresSession session, StagingTable staging, long load, RejectionLog rejections, long emptyLines, string fingerprint)
    {
        Report(LoadStage.Writing);
        var outcome = await new FilePublication(engine, session, prepared, request, settings.Clock, cancellationToken).PublishAsync(staging, load, rejections.Count, fingerprint);
        return new LoadReport(
            Dataset.Name, Path.GetFileName(request.Path), outcome.Accepted, rejections.Count, emptyLines, rejections.First, rejections.File,
            outcome.Extent.First, outcome.Extent.Last, outcome.Version, settings.Clock.GetElapsedTime(_started))
        {
            Load = outcome.Load,
        };
    }

    private Checked<LoadReport> AlreadyLoaded(long version, DateTime before)
    {
        var source = Path.GetFileName(request.Path);
        return Checked<LoadReport>.Sound(
            new LoadReport(Dataset.Name, source, 0, 0, 0, [], null, null, null, version, settings.Clock.GetElapsedTime(_started)),
            LoadedBefore.Warning(source, Dataset, before));
    }

    private FileSurvey Survey(TextFile file) =>
        file.Survey(new Forwarded<double>(fraction => Report(LoadStage.Reading, fraction)), cancellationToken);

    private Forwarded<long> Reading(FileSurvey survey) =>
        new(rows => Report(LoadStage.Reading, (double)rows / Math.Max(1, survey.Records), rows));

    private void Report(LoadStage stage, double? fraction = null, long rows = 0) => progress?.Report(new LoadProgress(stage, fraction, rows));
}
