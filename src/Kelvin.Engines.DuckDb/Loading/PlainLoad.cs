using System.Globalization;
using Kelvin.Catalog;
using Kelvin.Engines.DuckDb.Connections;
using Kelvin.Engines.DuckDb.Loading.Text;
using Kelvin.Engines.DuckDb.Loading.Values;
using Kelvin.Engines.DuckDb.Preparing;
using Kelvin.Formulas;
using Kelvin.Queries.Warehouse;
using Kelvin.Sql.Dialects;

namespace Kelvin.Engines.DuckDb.Loading;

/// <summary>Loads a plain file by the engine's own reader, with the types of the definition.</summary>
internal sealed class PlainLoad(
    LoadContext context, DuckDbSession session, FileLayout layout, FileSurvey survey, TimeZoneInfo zone, string fingerprint)
{
    /// <summary>
    /// The report; or null, with nothing changed, when a key repeats, or the engine refuses a value (the 30th of February) or
    /// counts other rows than the survey: then the exact way must say what is wrong.
    /// </summary>
    public LoadReport? TryLoad(SourceText source)
    {
        context.Report(LoadStage.Reading, null, 0);
        using var inbox = Inbox.Of(context.Instance.Folder.Inbox, source.Path);
        LoadReport? report = null;
        session.Transaction(() =>
        {
            var staging = new StagingTable(session, context.Dataset, withLines: false, context.CancellationToken);
            staging.Create();
            try
            {
                staging.Fill(CsvSource.Of(inbox.Path, layout, FileTypes(), context.Request.Format, survey), Expression);
            }
            catch (WarehouseException)
            {
                return false;
            }
            context.Report(LoadStage.Checking, null, survey.Records);
            if (staging.Count() != survey.Records || staging.BreaksKey(context.Appends))
                return false;
            report = context.Publish(session, staging, null, survey.EmptyLines, fingerprint);
            return true;
        });
        return report;
    }

    private string[] FileTypes()
    {
        var types = Enumerable.Repeat("VARCHAR", layout.FieldNames.Length).ToArray();
        foreach (var (column, field) in layout.Columns)
            types[field] = ColumnType.NameOf(column);
        return types;
    }

    private string? Expression(Column column)
    {
        if (layout.Columns.FirstOrDefault(laid => laid.Column == column) is not { } laid)
            return null;
        var field = CsvSource.FieldName(laid.Field);
        return column.Type.Kind != ValueKind.Timestamp || survey.HasUtcMarks ? field : ToUtc(field);
    }

    /// <summary>A local time as an instant: the changes of the zone in the file's years as a case, never a conversion per row.</summary>
    private string ToUtc(string field)
    {
        var timeline = LocalTimeline.Of(zone, survey.Years.First, survey.Years.Last);
        if (timeline.Offsets is [var only])
            return only == TimeSpan.Zero ? field : $"{field} - {Seconds(only)}";
        var branches = timeline.Changes.Select((change, at) =>
            string.Create(CultureInfo.InvariantCulture, $"WHEN {field} < TIMESTAMP {DuckDbDialect.Quoted(change.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture))} THEN {timeline.Offsets[at].TotalSeconds}"));
        return string.Create(CultureInfo.InvariantCulture,
            $"{field} - to_seconds(CAST(CASE {string.Join(' ', branches)} ELSE {timeline.Offsets[^1].TotalSeconds} END AS BIGINT))");
    }

    private static string Seconds(TimeSpan offset) => string.Create(CultureInfo.InvariantCulture, $"to_seconds({(long)offset.TotalSeconds})");
}
