using Kelvin.Catalog;
using Kelvin.Engines.DuckDb.Connections;
using Kelvin.Engines.DuckDb.Preparing;
using Kelvin.Engines.Staging;
using Kelvin.Formulas;
using Kelvin.Loading.Text;
using Kelvin.Loading.Values;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Engines.DuckDb.Loading;

/// <summary>Loads a plain file by the engine's own reader, with the types of the definition.</summary>
internal sealed class PlainLoad(LoadContext context, DuckDbSession session, FileLayout layout, LocalTimeline zone)
{
    /// <summary>
    /// Lets the engine read while the survey is under way, and publishes when the survey says that it read what there is.
    /// </summary>
    /// <param name="source">The file.</param>
    /// <param name="assumptions">What the engine is told.</param>
    /// <param name="survey">The survey; the engine stops when it finds the file not to be as assumed.</param>
    /// <param name="fingerprint">The file's fingerprint once surveyed; null when the load is not to go on.</param>
    /// <returns>
    /// The report; or null, with nothing changed, when the file is not as assumed, a key repeats, the engine refuses a value (the
    /// 30th of February) or counts other rows than the survey: then the exact way must say what is wrong.
    /// </returns>
    public async Task<LoadReport?> TryLoadAsync(
        SourceText source, PlainAssumptions assumptions, Task<FileSurvey> survey, Func<FileSurvey, Task<string?>> fingerprint)
    {
        using var inbox = Inbox.Of(context.Instance.Folder.Inbox, source.Path);
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken);
        LoadReport? report = null;
        var watching = survey.ContinueWith(
            done => StopUnless(IsAsAssumed(done, assumptions), reading), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        try
        {
            await session.TransactionAsync(async () =>
            {
                var load = await context.NumberAsync(session);
                var staging = await TryFillAsync(load, inbox.Path, assumptions, reading.Token);
                await watching;
                var found = await survey;
                if (staging is null || !IsAsAssumed(survey, assumptions) || await fingerprint(found) is not { } name)
                    return false;
                context.Report(LoadStage.Checking, null, found.Records);
                if (await staging.CountAsync() != found.Records || await staging.BreaksKeyAsync(context.Appends, found.KeysAscend))
                    return false;
                report = await context.PublishAsync(session, staging, load, null, found.EmptyLines, name);
                return true;
            }, context.CancellationToken);
        }
        finally
        {
            await watching;
        }
        return report;
    }

    private static bool IsAsAssumed(Task<FileSurvey> survey, PlainAssumptions assumptions) =>
        survey.IsCompletedSuccessfully && survey.Result.IsPlain && PlainAssumptions.Of(survey.Result) == assumptions;

    private static void StopUnless(bool isSound, CancellationTokenSource reading)
    {
        if (!isSound)
            reading.Cancel();
    }

    private async Task<StagingTable?> TryFillAsync(long load, string path, PlainAssumptions assumptions, CancellationToken reading)
    {
        try
        {
            var staging = await StagingTable.ForFileAsync(context.Engine, session, context.Dataset, load, withLines: false, reading);
            await staging.FillAsync(
                CsvSource.Of(path, layout, FileTypes(), context.Request.Format, assumptions), column => Expression(column, assumptions));
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

    private string[] FileTypes()
    {
        var types = Enumerable.Repeat("VARCHAR", layout.FieldNames.Length).ToArray();
        foreach (var (column, field) in layout.Columns)
            types[field] = ColumnType.NameOf(column);
        return types;
    }

    private string? Expression(Column column, PlainAssumptions assumptions)
    {
        if (layout.Columns.FirstOrDefault(laid => laid.Column == column) is not { } laid)
            return null;
        var field = CsvSource.FieldName(laid.Field);
        return column.Type.Kind != ValueKind.Timestamp || assumptions.HasUtcMarks ? field : TimelineSql.ToUtc(zone, field);
    }
}
