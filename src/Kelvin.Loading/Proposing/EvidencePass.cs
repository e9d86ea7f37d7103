using System.Collections.Immutable;
using System.Text;
using Kelvin.Catalog;
using Kelvin.Loading.Text;

namespace Kelvin.Loading.Proposing;

/// <summary>Goes over the whole file once for what its values say of the columns.</summary>
internal sealed class EvidencePass(SourceText source, TableShape shape, FileFormat known)
{
    private const int ReportEvery = 1 << 14;
    private static readonly ImmutableArray<string> SummingWords =
        ["total", "totals", "totalt", "summa", "sum", "grand total", "subtotal", "sub total", "delsumma", "all total", "genomsnitt", "average", "medelvärde"];

    private readonly ColumnEvidence[] _columns = [.. shape.Names.Select(_ => new ColumnEvidence())];
    private readonly SortedSet<string> _footers = new(StringComparer.OrdinalIgnoreCase);
    private readonly Footers _knownFooters = new(known.Footers, 0);

    public ImmutableArray<ColumnEvidence> Columns => [.. _columns];

    /// <summary>The words with which rows begin that sum up others.</summary>
    public ImmutableArray<string> FooterWords => [.. known.Footers, .. _footers];

    public long Rows { get; private set; }

    public long FooterRows { get; private set; }

    public void Run(IProgress<double> progress, CancellationToken cancellationToken)
    {
        using var text = source.Open();
        var reader = new RecordReader(text, shape.Separator, shape.Quote, source.Rows?.FirstNumber);
        var length = Math.Max(1.0, new FileInfo(source.Path).Length);
        for (var count = 0; reader.Next(); count++)
        {
            if (count % ReportEvery == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress.Report(Math.Min(1, reader.BytesRead / length));
            }
            if (reader.Line < shape.FirstLine || shape.HasHeader && reader.Line == shape.FirstLine || reader.Fault != RecordFault.None || RecordKind.IsEmpty(reader))
                continue;
            if (_knownFooters.Has(reader) || SumsUp(reader))
            {
                FooterRows++;
                continue;
            }
            Rows++;
            for (var at = 0; at < Math.Min(reader.FieldCount, _columns.Length); at++)
                _columns[at].Add(reader.Field(at));
        }
    }

    /// <summary>Whether a row begins with a word for a sum and leaves fields empty, as a row of things does not.</summary>
    private bool SumsUp(RecordReader reader)
    {
        string? first = null;
        var blank = 0;
        for (var at = 0; at < reader.FieldCount; at++)
        {
            var field = reader.Field(at).Trim(" \t"u8);
            if (field.IsEmpty)
                blank++;
            else if (first is null && field.Length > 20)
                return false;
            else
                first ??= Encoding.UTF8.GetString(field);
        }
        if (blank == 0 || first is null || SummingWords.FirstOrDefault(first.StartsWithWord) is not { } word)
            return false;
        _footers.Add(first[..word.Length]);
        return true;
    }
}
