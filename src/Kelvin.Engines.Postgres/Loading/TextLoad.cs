using Kelvin.Catalog;
using Kelvin.Engines.Postgres.Connections;
using Kelvin.Engines.Postgres.States;
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
    PostgresServer server, PostgresSettings settings, LoadRequest request, IProgress<LoadProgress>? progress, CancellationToken cancellationToken)
{
    private readonly long _started = settings.Clock.GetTimestamp();

    private bool Appends => request.Mode == LoadMode.Append;

    private Dataset Dataset => request.Dataset;

    public async Task<Checked<LoadReport>> RunAsync()
    {
        var (file, survey, fingerprint) = Look();
        if (!file.IsSound)
            return Checked<LoadReport>.Faulty(file.Issues);
        await using var session = await server.WriteAsync(cancellationToken);
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
        var book = new StateBook(session, server.Schemas, cancellationToken);
        await book.LockAsync(Dataset.Name);
        if (Appends && await book.LoadedAtAsync(Dataset.Name, fingerprint) is { } before)
            return AlreadyLoaded(await book.VersionAsync(Dataset.Name), before);
        var staging = new StagingTable(session, server.Schemas, Dataset, withLines: true, cancellationToken);
        await staging.CreateAsync();
        var written = await session.CopyTextAsync(
            StagingTable.CopyInto(file.Layout.Columns.Select(laid => laid.Column), withLines: true, "csv"),
            writer => file.Rewrite(writer, survey, rejections, Reading(survey), cancellationToken), cancellationToken);
        Report(LoadStage.Checking, null, written);
        RepeatedKeys.Reject(file, await staging.RemoveRepeatedKeysAsync(Appends), rejections);
        return Checked<LoadReport>.Sound(await PublishAsync(staging, book, rejections, survey.EmptyLines, fingerprint));
    }

    /// <summary>
    /// Makes the staged rows the dataset's and writes that down. Nothing is published when there are no rows to add, and a file
    /// whose every row was rejected replaces nothing.
    /// </summary>
    private async Task<LoadReport> PublishAsync(StagingTable staging, StateBook book, RejectionLog rejections, long emptyLines, string fingerprint)
    {
        Report(LoadStage.Writing);
        var accepted = await staging.CountAsync();
        var (from, until) = await book.ExtentAsync(Dataset, StagingTable.Name);
        if (accepted > 0 || !Appends && rejections.Count == 0)
        {
            await staging.PublishAsync(Appends);
            await book.RecordAsync(new StateEntry(
                Dataset, !Appends, fingerprint, Path.GetFileName(request.Path), accepted, from, until, settings.Clock.GetUtcNow().UtcDateTime));
        }
        return new LoadReport(
            Dataset.Name, Path.GetFileName(request.Path), accepted, rejections.Count, emptyLines, rejections.First, rejections.File,
            from, until, await book.VersionAsync(Dataset.Name), settings.Clock.GetElapsedTime(_started));
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
