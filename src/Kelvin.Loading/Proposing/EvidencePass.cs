using System.Collections.Immutable;
using System.IO.Hashing;
using Kelvin.Catalog;
using Kelvin.Loading.Formats;
using Kelvin.Loading.Text;

namespace Kelvin.Loading.Proposing;

/// <summary>
/// Goes over the whole file once for what its values say of the columns. A large file is read in parts at the same time: a part begins
/// after a line break, and counts when the part before it ends exactly there, so that no line break inside quotes is taken for another.
/// </summary>
/// <param name="source">The file.</param>
/// <param name="shape">Its columns.</param>
/// <param name="known">What a person has said of it.</param>
/// <param name="limits">How much of it is read.</param>
/// <param name="parts">In how many parts; as many as are worth it where that is not said.</param>
internal sealed class EvidencePass(SourceText source, TableShape shape, FileFormat known, FileLimits limits, int? parts = null)
{
    private const int SmallestPart = 1 << 22;
    private const int MostParts = 8;

    private readonly FileStamp _stamp = FileStamp.Of(source.Path);
    private EvidencePart _found = null!;
    private string _hash = "";

    public ImmutableArray<ColumnEvidence> Columns => _found.Columns;

    /// <summary>The words with which rows begin that sum up others.</summary>
    public ImmutableArray<string> FooterWords => [.. known.Footers, .. _found.FooterWords];

    public long Rows => _found.Rows;

    public long FooterRows => _found.FooterRows;

    /// <summary>Runs; false as soon as the text is found not to be in its encoding, where that was only assumed.</summary>
    public bool Run(IProgress<double> progress, CancellationToken cancellationToken)
    {
        var length = Math.Max(1, new FileInfo(source.Path).Length);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var hashing = source.IsUtf8 ? Task.Run(() => Hash(stopping.Token), stopping.Token) : Task.FromResult("");
        try
        {
            _found = Read(Starts(length), length, trustsOrder: true, progress, cancellationToken);
            if (_found.Columns.Any(column => column.Repeats.IsOpen) && IsInItsEncoding)
                _found = Read(Starts(length), length, trustsOrder: false, progress, cancellationToken);
            if (IsInItsEncoding)
                _hash = hashing.GetAwaiter().GetResult();
            return IsInItsEncoding;
        }
        finally
        {
            stopping.Cancel();
            // Whatever became of it, the file is let go of before anyone goes on.
            Task.WhenAny(hashing).GetAwaiter().GetResult();
        }
    }

    /// <summary>What a load need not find out again; null where it must, because the file is not one for an engine's own reader.</summary>
    public FileFacts? Facts()
    {
        if (!source.IsUtf8 || shape.Quote != (byte)'"' || shape.Lead > 0 || _found.Records is not { Hold: true, AreUtf8: true } records)
            return null;
        var survey = new FileSurvey(Rows, _found.EmptyLines, true, true, null, records.SpanLines, records.Ending, default, false, _hash);
        return new FileFacts(_stamp, source.Path, shape.Separator, shape.HasHeader, shape.FirstLine, survey)
        {
            Columns = [.. Columns.Select(column => (column.Facts, column.Present == Rows ? column.Repeats.Order : null))],
        };
    }

    private bool IsInItsEncoding => source.IsCertain || source.Rows is not null || _found.Records.AreUtf8;

    private EvidencePart Read(ImmutableArray<long> starts, long length, bool trustsOrder, IProgress<double> progress, CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var read = starts.Select(_ => new EvidencePart(shape, known, limits.Field, trustsOrder, starts.Length)).ToArray();
        var reading = read.Select((part, at) => Task.Run(() => Read(part, starts, at, bytes => GoesOn(part, bytes, at)), CancellationToken.None)).ToArray();
        var ends = Task.WhenAll(reading).GetAwaiter().GetResult();
        cancellationToken.ThrowIfCancellationRequested();
        if (read.All(IsAsAssumed) && Enumerable.Range(0, starts.Length - 1).Any(at => ends[at] != starts[at + 1]))
            return Read([starts[0]], length, trustsOrder, progress, cancellationToken);
        foreach (var later in read[1..])
            read[0].Join(later);
        return read[0];

        bool GoesOn(EvidencePart part, long bytes, int at)
        {
            if (at == 0)
                progress.Report(Math.Min(1, (double)bytes * starts.Length / length));
            if (!IsAsAssumed(part))
                stopping.Cancel();
            return !stopping.IsCancellationRequested;
        }
    }

    private bool IsAsAssumed(EvidencePart part) => source.IsCertain || source.Rows is not null || part.Records.AreUtf8;

    private long Read(EvidencePart part, ImmutableArray<long> starts, int at, Predicate<long> goesOn)
    {
        using var text = source.Open();
        if (at > 0)
            text.Position = starts[at];
        var before = at > 0 ? starts[at] : 0;
        var reader = new RecordReader(text, shape.Separator, shape.Quote, source.Rows?.FirstNumber);
        var until = at + 1 < starts.Length ? starts[at + 1] - before : long.MaxValue;
        return part.Read(reader, until, at == 0, goesOn) is >= 0 and var end ? before + end : -1;
    }

    /// <summary>Where parts begin: at the beginning, and after line breaks about as far apart as can be worth a thread.</summary>
    private ImmutableArray<long> Starts(long length)
    {
        var count = parts ?? (int)Math.Min(Math.Min(Environment.ProcessorCount, MostParts), length / SmallestPart);
        if (!source.IsUtf8 || source.BomLength > 0 || count < 2)
            return [0];
        using var text = source.Open();
        var starts = ImmutableArray.CreateBuilder<long>();
        starts.Add(0);
        var looked = new byte[1 << 16];
        for (var part = 1; part < count; part++)
        {
            text.Position = length / count * part;
            var at = looked.AsSpan(0, text.ReadAtLeast(looked, looked.Length, throwOnEndOfStream: false)).IndexOf((byte)'\n');
            if (at >= 0 && length / count * part + at + 1 is var start && start > starts[^1])
                starts.Add(start);
        }
        return starts.ToImmutable();
    }

    private string Hash(CancellationToken cancellationToken)
    {
        var hash = new XxHash128();
        using var text = source.Open();
        var bytes = new byte[1 << 16];
        while (text.Read(bytes) is > 0 and var count)
        {
            cancellationToken.ThrowIfCancellationRequested();
            hash.Append(bytes.AsSpan(0, count));
        }
        return Convert.ToHexString(hash.GetCurrentHash());
    }
}
