using System.Collections.Immutable;
using System.Text;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Loading.Rejecting;

/// <summary>
/// Every rejected row: the first thousand for the report, all of them in a file that looks like the original with the line and
/// the reasons in front, so that it can be mended and imported.
/// </summary>
/// <param name="file">The file.</param>
/// <param name="header">Its header; see <see cref="RejectedFile.Header"/>.</param>
/// <param name="separator">The character between fields.</param>
/// <param name="tongue">The language of the reasons.</param>
/// <param name="source">The file that the rows are from.</param>
public sealed class RejectionLog(string file, string header, char separator, Tongue tongue, string source) : IRejections, IDisposable
{
    private const int Reported = 1_000;
    private const int LongestText = 500;
    private readonly List<Rejection> _first = [];
    private StreamWriter? _writer;

    /// <summary>A log for a load, in a file of this folder that is named by the dataset and the time.</summary>
    public static RejectionLog Open(string folder, LoadRequest request, string header, char separator, DateTimeOffset now, FileLines lines = default)
    {
        var name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{request.Dataset.Name}-{now:yyyyMMdd-HHmmss-fff}");
        var path = Path.Combine(folder, lines.File == 0 ? name + ".csv" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}-{lines.File + 1}.csv"));
        // It may be the very file that is read, and those of one load have one time.
        for (var number = lines.File + 2; System.IO.File.Exists(path); number++)
            path = Path.Combine(folder, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}-{number}.csv"));
        return new RejectionLog(path, header, separator, request.Tongue, Path.GetFileName(request.Path));
    }

    /// <summary>Number of rejected rows.</summary>
    public long Count { get; private set; }

    /// <summary>The first rejections, by row.</summary>
    public ImmutableArray<Rejection> First => [.. _first.OrderBy(rejection => rejection.Row).Take(Reported)];

    /// <summary>The file, or null when nothing was rejected.</summary>
    public string? File => Count == 0 ? null : file;

    /// <summary>Notes a rejected row with everything that is wrong with it.</summary>
    public void Add(long line, string raw, IReadOnlyList<Issue> reasons)
    {
        Count++;
        Write(line, raw, reasons);
        // Rows that break a key come after all others, so each kind has its own first thousand.
        if (_first.Count >= 2 * Reported)
            return;
        foreach (var reason in reasons)
        {
            var placed = reason with { Place = new Place(source, (int)Math.Min(line, int.MaxValue), 1, Math.Max(1, Math.Min(raw.Length, LongestText))) };
            var column = reason.Arguments.GetValueOrDefault("column") as string;
            _first.Add(new Rejection(line, placed, column, raw.Length <= LongestText ? raw : raw[..LongestText]));
        }
    }

    public void Dispose() => _writer?.Dispose();

    /// <summary>Takes the file away again, as when the load is given up.</summary>
    public void Discard()
    {
        Dispose();
        if (Count > 0)
            System.IO.File.Delete(file);
    }

    private void Write(long line, string raw, IReadOnlyList<Issue> reasons)
    {
        if (_writer is null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            // Spreadsheets need the mark to see UTF-8.
            _writer = new StreamWriter(file, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            _writer.WriteLine(header);
        }
        var text = string.Join(" · ", reasons.Select(reason => reason.Message(tongue))).Replace("\"", "\"\"", StringComparison.Ordinal);
        _writer.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{line}{separator}\"{text}\"{separator}{RejectedFile.HarmlessRecord(raw, separator)}"));
    }
}
