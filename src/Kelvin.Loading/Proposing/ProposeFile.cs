using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Formulas;
using Kelvin.Language;
using Kelvin.Loading.Formats;
using Kelvin.Loading.Text;

namespace Kelvin.Loading.Proposing;

/// <summary>
/// Looks at a whole file and proposes how to read it. Where two readings fit all values, both are shown with values of the file and
/// neither is taken; an answer goes into the format with which the file is looked at again.
/// </summary>
/// <param name="currency">The company's own currency, for signs that several have.</param>
/// <param name="limits">How much of a file is read.</param>
public sealed class ProposeFile(string currency, FileLimits? limits = null)
{
    private const int LookedForFormats = 200;
    private readonly FileLimits _limits = limits ?? FileLimits.Default;

    /// <summary>In how many parts a file is read at the same time; as many as are worth it where that is not said.</summary>
    internal int? Parts { get; init; }

    /// <summary>The proposal; issues where the file cannot be read at all.</summary>
    public Checked<FileProposal> Look(string path, FileFormat known, IProgress<double> progress, CancellationToken cancellationToken)
    {
        if (FileInspection.WhyUnreadable(path) is { } unreadable)
            return Checked<FileProposal>.Faulty(unreadable);
        try
        {
            var source = FileInspection.Inspect(path, known, _limits);
            return source.IsSound ? Look(source.Value, known, progress, cancellationToken)
                : WhereIsTheTable.Ask(path, known, source.Issues[0], _limits) is { } open ? Checked<FileProposal>.Sound(open)
                : Checked<FileProposal>.Faulty(source.Issues);
        }
        catch (UnusableFileException unusable)
        {
            return Checked<FileProposal>.Faulty(unusable.Issue);
        }
    }

    private Checked<FileProposal> Look(SourceText source, FileFormat known, IProgress<double> progress, CancellationToken cancellationToken)
    {
        if (ShapeSearch.Find(source, known) is not { } shape)
            return Checked<FileProposal>.Faulty(Issue.At(null, "import.no-rows", ("file", source.Bytes.Name)));
        if (shape.Names.Length > _limits.Columns)
            return Checked<FileProposal>.Faulty(Issue.At(null, "import.too-many-columns", ("file", source.Bytes.Name), ("count", shape.Names.Length), ("limit", _limits.Columns)));
        var pass = new EvidencePass(source, shape, known, _limits, Parts);
        // UTF-8 where every byte fits, else Windows-1252, in which every byte is a letter.
        if (!pass.Run(new Forwarded<double>(fraction => progress.Report(fraction / 2)), cancellationToken))
            return Look(source with { Encoding = SourceText.Western, IsCertain = true }, known, progress, cancellationToken);
        var all = pass.Columns.Zip(shape.Names, (found, name) => new NamedEvidence(name, found)).ToImmutableArray();
        var evidence = all[shape.Lead..];
        var marks = DecimalChoice.Of(evidence, known, source.Rows is not null);
        var days = DayChoice.Of(evidence, known.Dates, false);
        var moments = DayChoice.Of(evidence, known.Timestamps, true);
        var format = Format(source, shape, known) with
        {
            DecimalMark = known.DecimalMark ?? marks.Found,
            Dates = known.Dates ?? days.Format,
            Timestamps = known.Timestamps ?? moments.Format,
            Footers = pass.FooterWords,
        };
        var types = new TypeProposal(format, format.DecimalMark ?? '.', days.Order, moments.Order, currency);
        var numberFormats = source.Rows is SheetRows sheet ? sheet.NumberFormats(source.Bytes, LookedForFormats) : new Dictionary<int, string>();
        var columns = Columns(types, evidence, numberFormats);
        format = format with { Missing = known.Missing.IsEmpty ? MissingMarks(evidence, columns) : known.Missing };
        var proposal = new FileProposal(source.Path, KindOf(source), format, Columns(new TypeProposal(format, format.DecimalMark ?? '.', days.Order, moments.Order, currency), evidence, numberFormats))
        {
            Questions = [.. new[] { days.Question, moments.Question, marks.Question }.OfType<OpenQuestion>()],
            Encoding = source.Rows is null ? source.Encoding.WebName : null,
            EncodingSample = source.Rows is null && source.Encoding.CodePage == SourceText.Western.CodePage ? EncodingSample.Of(source) : null,
            Titles = shape.Titles,
            Rows = pass.Rows,
            FooterRows = pass.FooterRows,
            Known = pass.Facts(),
        };
        return Checked<FileProposal>.Sound(proposal with { Preview = PreviewOf(proposal, progress, cancellationToken) });
    }

    private static ImmutableArray<ColumnProposal> Columns(TypeProposal types, ImmutableArray<NamedEvidence> evidence, IReadOnlyDictionary<int, string> numberFormats) =>
        [.. evidence.Select((column, at) => types.Of(column.Name, at, column.Evidence, numberFormats.GetValueOrDefault(at))).Where(column => column.Name.Length > 0)];

    /// <summary>What there is to say about the file for the next one of its kind to need no looking.</summary>
    private static FileFormat Format(SourceText source, TableShape shape, FileFormat known) => known with
    {
        Separator = source.Rows is null ? (char)shape.Separator : null,
        Quote = shape.Quote == (byte)'"' ? known.Quote : (char)shape.Quote,
        HasHeader = shape.HasHeader ? known.HasHeader : false,
        HeaderLine = shape.Titles.IsEmpty ? known.HeaderLine : (int)shape.FirstLine,
        Encoding = source.Rows is not null || source.Encoding.CodePage == System.Text.Encoding.UTF8.CodePage ? known.Encoding : source.Encoding.WebName,
    };

    /// <summary>Words that stand for missing values where all other values are numbers, days or truths.</summary>
    private static ImmutableArray<string> MissingMarks(ImmutableArray<NamedEvidence> evidence, ImmutableArray<ColumnProposal> columns) =>
        [.. columns.Where(column => column.Kind != ValueKind.Text).SelectMany(column => evidence[column.Field].Evidence.Missing.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static FilePreview PreviewOf(FileProposal proposal, IProgress<double> progress, CancellationToken cancellationToken) =>
        ProposedDataset.Of(proposal with { Format = proposal.FormatAsIfAnswered }) is { } dataset
        && PreviewRows.Of(
            new Queries.Warehouse.LoadRequest(dataset.Dataset, proposal.Path, Queries.Warehouse.LoadMode.Replace, TimeZoneInfo.Utc) { Format = dataset.Format, Known = proposal.Known },
            new Forwarded<double>(fraction => progress.Report(0.5 + fraction / 2)), cancellationToken) is { IsSound: true } preview
            ? preview.Value.CalledAs(dataset.Format.Names) : FilePreview.Nothing;

    private static FileKind KindOf(SourceText source) => source.Rows switch
    {
        null => FileKind.Text,
        SheetRows => FileKind.Sheet,
        JsonRows => FileKind.Json,
        _ => FileKind.Parquet,
    };
}

/// <summary>A column's name in the file and what its values say.</summary>
internal sealed record NamedEvidence(string Name, ColumnEvidence Evidence);
