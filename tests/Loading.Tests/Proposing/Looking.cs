using System.Text;
using Kelvin.Catalog;
using Kelvin.Language;
using Kelvin.Loading;
using Kelvin.Loading.Proposing;
using Kelvin.Loading.Rejecting;
using Kelvin.Queries.Warehouse;

namespace Loading.Tests.Proposing;

/// <summary>Files written, looked at and read by tests.</summary>
internal sealed class Looking : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kelvin-look-").FullName;
    private int _files;

    public string Write(string content, Encoding? encoding = null, string name = "file.csv") => Write((encoding ?? new UTF8Encoding(false)).GetBytes(content), name);

    public string Write(byte[] content, string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, $"{Interlocked.Increment(ref _files)}"));
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    public FileProposal At(string path, FileFormat? known = null, int? parts = null)
    {
        var looked = new ProposeFile("SEK") { Parts = parts }.Look(path, known ?? FileFormat.Default, new Forwarded<double>(_ => { }), default);
        Assert.True(looked.IsSound, string.Join('\n', looked.Issues));
        return looked.Value;
    }

    /// <summary>The rows as a load with the proposal's types and this format would write them, and how many it would reject.</summary>
    public static (string[] Rows, long Rejected) Read(FileProposal proposal, FileFormat? format = null)
    {
        var dataset = ProposedDataset.Of(proposal with { Format = format ?? proposal.Format })!;
        var file = TextFile.Open(new LoadRequest(dataset.Dataset, proposal.Path, LoadMode.Replace, TimeZoneInfo.Utc) { Format = dataset.Format });
        Assert.True(file.IsSound, string.Join('\n', file.Issues));
        var survey = file.Value.Survey(new Forwarded<double>(_ => { }), default);
        var known = file.Value.After(survey).Value!;
        var target = new StringWriter();
        var rejected = new Counted();
        known.Rewrite(target, [.. known.Layout.Columns.Select(laid => laid.Column)], known == file.Value ? survey : known.Survey(new Forwarded<double>(_ => { }), default), rejected, new Forwarded<long>(_ => { }), default);
        // The line number stands in front.
        return ([.. target.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => row[(row.IndexOf(',') + 1)..])], rejected.Count);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private sealed class Counted : IRejections
    {
        public long Count { get; private set; }

        public void Add(long line, string raw, IReadOnlyList<Issue> reasons) => Count++;
    }
}
