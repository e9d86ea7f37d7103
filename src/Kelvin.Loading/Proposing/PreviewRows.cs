using System.Collections.Immutable;
using System.Text;
using Kelvin.Language;
using Kelvin.Loading.Rejecting;
using Kelvin.Loading.Text;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Loading.Proposing;

/// <summary>Reads a file exactly as a load would, and keeps what it would say instead of the rows. Keys are not compared.</summary>
public static class PreviewRows
{
    private const int Shown = 20;
    private const int Kept = 100;

    /// <summary>The preview; issues where the load would not begin.</summary>
    public static Checked<FilePreview> Of(LoadRequest request, IProgress<double> progress, CancellationToken cancellationToken)
    {
        FileSurvey survey = null!;
        return TextFile.Open(request).Then(file =>
        {
            survey = file.Survey(new Forwarded<double>(fraction => progress.Report(fraction / 2)), cancellationToken);
            return file.After(survey).Then(known =>
            {
                survey = known == file ? survey : known.Survey(progress, cancellationToken);
                return Read(known, survey, progress, cancellationToken);
            });
        });
    }

    private static Checked<FilePreview> Read(TextFile file, FileSurvey survey, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var problems = new Problems(file.Layout);
        try
        {
            var rows = new Forwarded<long>(done => progress.Report(0.5 + 0.5 * done / Math.Max(1, survey.Records)));
            if (!IsKnownSound(file, survey))
                file.Rewrite(TextWriter.Null, [.. file.Layout.Columns.Select(laid => laid.Column)], survey, problems, rows, cancellationToken);
        }
        catch (Formats.UnusableFileException unusable)
        {
            return Checked<FilePreview>.Faulty(unusable.Issue);
        }
        return Checked<FilePreview>.Sound(new FilePreview(
            [.. file.Layout.FieldNames.Skip(file.Layout.Lead)], First(file, problems), [.. problems.Rows], problems.Count));
    }

    /// <summary>A plain file has no row that would be rejected, unless the clocks of its zone skip hours.</summary>
    private static bool IsKnownSound(TextFile file, FileSurvey survey) =>
        survey.IsPlain && (survey.HasUtcMarks || file.Zone.Equals(TimeZoneInfo.Utc));

    private static ImmutableArray<PreviewRow> First(TextFile file, Problems problems)
    {
        using var text = file.Source.Open();
        var reader = file.Layout.Read(text);
        var rows = ImmutableArray.CreateBuilder<PreviewRow>();
        var footers = new Footers(file.Request.Format.Footers, file.Layout.Lead);
        while (rows.Count < Shown && reader.Next())
            if (reader.Line >= file.Layout.FirstLine && !file.Layout.IsHeader(reader) && !RecordKind.IsEmpty(reader, file.Layout.Lead) && !footers.Has(reader))
                rows.Add(new PreviewRow(reader.Line, Cells(reader, file.Layout.Lead), problems.IssuesOf(reader.Line)));
        return rows.ToImmutable();
    }

    private static ImmutableArray<string> Cells(RecordReader reader, int lead)
    {
        var cells = ImmutableArray.CreateBuilder<string>();
        for (var at = lead; at < reader.FieldCount; at++)
            cells.Add(Encoding.UTF8.GetString(reader.Field(at)));
        return cells.ToImmutable();
    }

    private sealed class Problems(FileLayout layout) : IRejections
    {
        private readonly Dictionary<long, ImmutableArray<Issue>> _byLine = [];

        public long Count { get; private set; }

        public List<PreviewRow> Rows { get; } = [];

        public ImmutableArray<Issue> IssuesOf(long line) => _byLine.GetValueOrDefault(line, []);

        public void Add(long line, string raw, IReadOnlyList<Issue> reasons)
        {
            Count++;
            if (Rows.Count >= Kept)
                return;
            _byLine[line] = [.. reasons];
            var reader = new RecordReader(new MemoryStream(Encoding.UTF8.GetBytes(raw)), layout.Separator);
            Rows.Add(new PreviewRow(line, reader.Next() ? Cells(reader, 0) : [raw], [.. reasons]));
        }
    }
}
