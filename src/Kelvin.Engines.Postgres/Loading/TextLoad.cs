using System.Collections.Immutable;
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

    private Dataset Dataset => request.Dataset;

    public async Task<Checked<LoadReport>> RunAsync()
    {
        var fingerprint = "";
        var opened = TextFiles.Open(request);
        var files = opened.Then(all =>
        {
            var surveyed = new TextFiles([.. all], [.. all.Select(Survey)]);
            fingerprint = surveyed.Fingerprint;
            return TextFiles.After(request, all, surveyed.Surveys, Survey);
        });
        if (!files.IsSound)
            return Checked<LoadReport>.Faulty(files.Issues);
        await using var session = await engine.ConnectAsync(cancellationToken);
        var rejections = RejectionLogs.Open(settings.Rejected, files.Value.Files, settings.Clock.GetUtcNow());
        try
        {
            Checked<LoadReport>? outcome = null;
            await session.TransactionAsync(async () =>
            {
                outcome = await LoadAsync(session, files.Value, fingerprint, rejections);
                return true;
            }, cancellationToken);
            rejections.Dispose();
            return Checked<LoadReport>.Sound(outcome!.Value!, [.. files.Issues, .. outcome.Issues]);
        }
        catch
        {
            rejections.Discard();
            throw;
        }
    }

    private async Task<Checked<LoadReport>> LoadAsync(PostgresSession session, TextFiles files, string fingerprint, RejectionLogs rejections)
    {
        var publication = new FilePublication(engine, session, prepared, request, settings.Clock, _started, cancellationToken);
        await engine.LockAsync(session, Dataset.Name, cancellationToken);
        if (await publication.LoadedBeforeAsync(fingerprint) is { } before)
            return await publication.AlreadyLoadedAsync(before);
        var load = (await new LoadBook(engine, session, cancellationToken).NumbersAsync(1))[0];
        var staging = await StagingTable.ForFileAsync(engine, session, Dataset, load, withLines: true, cancellationToken);
        var written = new long[files.Files.Length];
        var columns = files.Columns;
        for (var at = 0; at < written.Length; at++)
        {
            var (file, survey, log) = (files.Files[at], files.Surveys[at], rejections.Logs[at]);
            written[at] = await session.CopyTextAsync(
                CopyInto(staging, columns), writer => file.Rewrite(writer, columns, survey, log, Reading(survey), cancellationToken), cancellationToken);
        }
        Report(LoadStage.Checking, null, written.Sum());
        var repeated = await staging.RemoveRepeatedKeysAsync(request.Mode == LoadMode.Append);
        RepeatedKeys.Reject(files.Files, repeated, rejections.Logs);
        Report(LoadStage.Writing);
        return Checked<LoadReport>.Sound(await publication.PublishAsync(staging, load, rejections.Told(files, written, repeated), fingerprint));
    }

    private string CopyInto(StagingTable staging, ImmutableArray<Column> columns)
    {
        var names = columns.Select(column => engine.Dialect.Quote(column.Name)).Prepend(engine.Names.Line);
        return $"COPY {staging.Name} ({string.Join(", ", names)}) FROM STDIN (FORMAT csv)";
    }

    private FileSurvey Survey(TextFile file) =>
        file.Survey(new Forwarded<double>(fraction => Report(LoadStage.Reading, fraction)), cancellationToken);

    private Forwarded<long> Reading(FileSurvey survey) =>
        new(rows => Report(LoadStage.Reading, (double)rows / Math.Max(1, survey.Records), rows));

    private void Report(LoadStage stage, double? fraction = null, long rows = 0) => progress?.Report(new LoadProgress(stage, fraction, rows));
}
