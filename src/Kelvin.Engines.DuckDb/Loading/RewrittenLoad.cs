using System.Text;
using Kelvin.Catalog;
using Kelvin.Engines.DuckDb.Connections;
using Kelvin.Engines.DuckDb.Loading.Rejecting;
using Kelvin.Engines.DuckDb.Loading.Text;
using Kelvin.Engines.DuckDb.Loading.Values;
using Kelvin.Engines.DuckDb.Preparing;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Engines.DuckDb.Loading;

/// <summary>Loads a file that is not plain: read and rewritten by us, then read by the engine.</summary>
internal sealed class RewrittenLoad(
    LoadContext context, DuckDbSession session, FileLayout layout, FileSurvey survey, LocalTimeline zone, string fingerprint)
{
    public LoadReport Load(SourceText source)
    {
        using var inbox = Inbox.Empty(context.Instance.Folder.Inbox, ".csv");
        var rejections = context.OpenLog(layout.Header, (char)layout.Separator);
        try
        {
            var rewriting = new RewritingPass(layout, context.Dataset, context.Request.Format, survey.Marks, zone, rejections,
                new Forwarded<long>(rows => context.Report(LoadStage.Reading, (double)rows / Math.Max(1, survey.Records), rows)), context.CancellationToken);
            var written = rewriting.Rewrite(source, inbox.Path);
            LoadReport? report = null;
            session.Transaction(() =>
            {
                report = Stage(source, inbox.Path, written, rejections);
                return true;
            });
            rejections.Dispose();
            return report!;
        }
        catch
        {
            rejections.Discard();
            throw;
        }
    }

    private LoadReport Stage(SourceText source, string rewritten, long written, RejectionLog rejections)
    {
        var staging = new StagingTable(session, context.Dataset, withLines: true, context.CancellationToken);
        staging.Create();
        staging.Fill(
            CsvSource.OfRewritten(rewritten, ["BIGINT", .. layout.Columns.Select(laid => ColumnType.NameOf(laid.Column))], survey.SpansLines),
            Expression, CsvSource.FieldName(0));
        if (staging.Count() != written)
            throw new WarehouseException($"The engine read {staging.Count()} rows of {written}; nothing was loaded.");
        context.Report(LoadStage.Checking, null, written);
        RejectRepeatedKeys(source, staging.RemoveRepeatedKeys(context.Appends), rejections);
        return context.Publish(session, staging, rejections, survey.EmptyLines, fingerprint);
    }

    private string? Expression(Column column)
    {
        for (var at = 0; at < layout.Columns.Length; at++)
            if (layout.Columns[at].Column == column)
                return CsvSource.FieldName(at + 1);
        return null;
    }

    /// <summary>Goes over the file once more for the text of the rows that broke a key.</summary>
    private void RejectRepeatedKeys(SourceText source, IReadOnlyList<(long Line, long Earlier)> repeated, RejectionLog rejections)
    {
        if (repeated.Count == 0)
            return;
        var keyFields = layout.Columns.Where(laid => context.Dataset.RowKey.Contains(laid.Column.Name)).ToList();
        var key = string.Join(", ", context.Dataset.RowKey);
        using var stream = source.Open();
        var reader = new RecordReader(stream, layout.Separator);
        for (var at = 0; at < repeated.Count && reader.Next();)
        {
            if (reader.Line < repeated[at].Line)
                continue;
            var values = new List<string>();
            foreach (var laid in keyFields)
                values.Add(Encoding.UTF8.GetString(reader.Field(laid.Field)));
            var value = string.Join(", ", values);
            rejections.Add(reader.Line, Encoding.UTF8.GetString(reader.Raw), [repeated[at].Earlier == 0
                ? Issue.At(null, "import.key-present", ("column", key), ("value", value), ("dataset", context.Dataset.Name))
                : Issue.At(null, "import.key-repeated", ("column", key), ("value", value), ("line", repeated[at].Earlier))]);
            at++;
        }
    }
}
