using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Engines.DuckDb.Connections;
using Kelvin.Engines.DuckDb.Preparing;
using Kelvin.Engines.Staging;
using Kelvin.Formulas;
using Kelvin.Loading;
using Kelvin.Loading.Text;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Engines.DuckDb.Loading;

/// <summary>Loads plain files by the engine's own reader, with the types of the definition.</summary>
internal sealed class PlainLoad(LoadContext context, DuckDbSession session, ImmutableArray<TextFile> files)
{
    /// <summary>
    /// Lets the engine read while the survey is under way, and publishes when the survey says that it read what there is.
    /// </summary>
    /// <param name="assumptions">What the engine is told of each file.</param>
    /// <param name="surveying">The survey; the engine stops when it finds a file not to be as assumed.</param>
    /// <param name="fingerprint">The fingerprint of the files once surveyed; null when the load is not to go on.</param>
    /// <returns>
    /// The report; or null, with nothing changed, when a file is not as assumed, a key repeats, the engine refuses a value (the
    /// 30th of February) or counts other rows than the survey: then the exact way must say what is wrong.
    /// </returns>
    public async Task<LoadReport?> TryLoadAsync(
        ImmutableArray<PlainAssumptions> assumptions, Task<TextFiles> surveying, Func<TextFiles, Task<string?>> fingerprint)
    {
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken);
        LoadReport? report = null;
        var watching = surveying.ContinueWith(
            done => StopUnless(AreAsAssumed(done, assumptions), reading), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        try
        {
            await session.TransactionAsync(async () =>
            {
                var load = await context.NumberAsync(session);
                var staging = await TryFillAsync(load, assumptions, reading.Token);
                await watching;
                var surveyed = await surveying;
                if (staging is null || !AreAsAssumed(surveying, assumptions) || await fingerprint(surveyed) is not { } name)
                    return false;
                context.Report(LoadStage.Checking, null, surveyed.Records);
                var areDistinct = surveyed.Surveys is [{ KeysAscend: true }];
                if (await staging.CountAsync() != surveyed.Records || await staging.BreaksKeyAsync(context.Appends, areDistinct))
                    return false;
                report = await context.PublishAsync(session, staging, load, [.. files.Zip(surveyed.Surveys, Told)], name);
                return true;
            }, context.CancellationToken);
        }
        finally
        {
            await watching;
        }
        return report;
    }

    private static LoadedFile Told(TextFile file, FileSurvey survey) => new(Path.GetFileName(file.Request.Path), survey.Records, survey.EmptyLines);

    private static bool AreAsAssumed(Task<TextFiles> surveying, ImmutableArray<PlainAssumptions> assumptions) =>
        surveying.IsCompletedSuccessfully
        && surveying.Result.Surveys.Zip(assumptions).All(pair => pair.First.IsPlain && PlainAssumptions.Of(pair.First) == pair.Second);

    private static void StopUnless(bool isSound, CancellationTokenSource reading)
    {
        if (!isSound)
            reading.Cancel();
    }

    private async Task<StagingTable?> TryFillAsync(long load, ImmutableArray<PlainAssumptions> assumptions, CancellationToken reading)
    {
        try
        {
            var staging = await StagingTable.ForFileAsync(context.Engine, session, context.Dataset, load, withLines: false, reading);
            foreach (var (file, assumed) in files.Zip(assumptions))
            {
                using var inbox = Inbox.Of(context.Instance.Folder.Inbox, file.Source.Path);
                await staging.FillAsync(
                    CsvSource.Of(inbox.Path, file.Layout, FileTypes(file.Layout), context.Request.Format, assumed), column => Expression(file, column, assumed));
            }
            return staging;
        }
        catch (WarehouseException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!context.CancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private static string[] FileTypes(FileLayout layout)
    {
        var types = Enumerable.Repeat("VARCHAR", layout.FieldNames.Length).ToArray();
        foreach (var (column, field) in layout.Columns)
            types[field] = ColumnType.NameOf(column);
        return types;
    }

    private static string? Expression(TextFile file, Column column, PlainAssumptions assumptions)
    {
        if (file.Layout.Columns.FirstOrDefault(laid => laid.Column == column) is not { } laid)
            return null;
        var field = CsvSource.FieldName(laid.Field);
        return column.Type.Kind != ValueKind.Timestamp || assumptions.HasUtcMarks ? field : TimelineSql.ToUtc(file.Timeline, field);
    }
}
