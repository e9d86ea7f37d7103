using System.Text;
using Kelvin.Catalog;
using Kelvin.Imports.Definitions;
using Kelvin.Imports.Uploads;
using Kelvin.Loading.Rejecting;

namespace Product.Tests.Imports;

public sealed class ImportFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kelvin-uploads-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("workspace: A\ncurrency: SEK\n")]
    [InlineData("workspace: A\npacks: [core]\ncurrency: SEK\n")]
    [InlineData("workspace: A\npacks:\n  - core\n  - sales\n# kept\ncurrency: SEK\n")]
    [InlineData("workspace: A\npacks: [\n  core,\n  sales ]\ncurrency: SEK")]
    [InlineData("workspace: A\ncurrency: SEK\n---\ndataset: d\ncolumns: { a: text }\n")]
    public void Packs_are_written_into_settings_that_stay_as_they_are_otherwise(string settings)
    {
        var written = PackList.Write(settings, ["core", "logistics"]);
        var catalog = CatalogLoader.Load([new DefinitionFile("kelvin.yaml", written, null), .. Kelvin.Packs.ShippedPacks.Files]);
        Assert.Equal(["core", "logistics"], catalog.Settings.Packs);
        Assert.Equal("SEK", catalog.Settings.Currency);
        Assert.Equal(settings.Contains("# kept", StringComparison.Ordinal), written.Contains("# kept", StringComparison.Ordinal));
        Assert.Equal(settings.Contains("dataset: d", StringComparison.Ordinal), catalog.Datasets.ContainsKey("d"));
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\Users\\me\\orders.csv", "orders.csv")]
    [InlineData("Försäljning 2026.csv", "Försäljning 2026.csv")]
    [InlineData("..", "file")]
    [InlineData("a\nb\u0007.csv", "ab.csv")]
    public async Task A_name_is_never_a_path(string sent, string shown)
    {
        var store = new UploadStore(_folder, UploadLimits.Default, TimeProvider.System);
        var upload = store.Begin()!;
        var received = await ReceiveAsync(store, upload, sent, "a,b\n1,2\n");
        Assert.Equal(shown, Assert.Single(received!.Files).Name);
        Assert.All(Directory.EnumerateFiles(Path.Combine(_folder, upload.Id)), file => Assert.Matches("^([0-9a-f]{32}|upload.json)$", Path.GetFileName(file)));
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_and_leaves_nothing()
    {
        var store = new UploadStore(_folder, UploadLimits.Default with { File = 10 }, TimeProvider.System);
        var upload = store.Begin()!;
        Assert.Null(await ReceiveAsync(store, upload, "a.csv", "a,b\n1,2\n3,4\n"));
        Assert.Equal("upload.json", Path.GetFileName(Assert.Single(Directory.EnumerateFiles(Path.Combine(_folder, upload.Id)))));
    }

    [Fact]
    public async Task What_nobody_has_touched_for_a_week_is_given_up()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var store = new UploadStore(_folder, UploadLimits.Default, clock);
        var old = store.Begin()!;
        await ReceiveAsync(store, old, "a.csv", "a\n1\n");
        clock.Advance(TimeSpan.FromDays(8));
        Assert.NotNull(store.Begin());
        Assert.Null(store.Find(old.Id));
    }

    [Fact]
    public void A_damaged_upload_hinders_no_other_and_is_given_up_in_time()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var store = new UploadStore(_folder, UploadLimits.Default, clock);
        var (damaged, half, whole) = (store.Begin()!, store.Begin()!, store.Begin()!);
        File.WriteAllText(store.PathOf(damaged.Id, "upload.json"), "{\"Id\":");
        File.Delete(store.PathOf(half.Id, "upload.json"));
        Assert.Equal([whole.Id], store.List().Select(upload => upload.Id));
        Assert.Null(store.Change(damaged.Id, upload => upload));
        clock.Advance(TimeSpan.FromDays(8));
        var next = store.Begin()!;
        Assert.Equal(next.Id, Path.GetFileName(Assert.Single(Directory.EnumerateDirectories(_folder))));
    }

    [Fact]
    public void A_definition_never_takes_the_place_of_a_file()
    {
        var path = Path.Combine(_folder, "sales.yaml");
        File.WriteAllText(path, "dataset: sales\n");
        Assert.Throws<IOException>(() => new MadeDefinition(path, "dataset: other\n", null!, FileFormat.Default).Write());
        Assert.Equal("dataset: sales\n", File.ReadAllText(path));
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("")]
    [InlineData("..")]
    public void An_id_that_is_none_of_ours_finds_nothing(string id) =>
        Assert.Null(new UploadStore(_folder, UploadLimits.Default, TimeProvider.System).Find(id));

    [Fact]
    public void Rejected_rows_are_shown_as_they_were_and_written_so_that_no_spreadsheet_runs_them()
    {
        var (path, mended) = (Path.Combine(_folder, "r.csv"), Path.Combine(_folder, "m.csv"));
        File.WriteAllText(path, "line;reason;name;amount\n4;\"bad; \"\"x\"\"\";'=1+1;abc\n9;\"late\";Bo;2\n", new UTF8Encoding(true));
        var rows = RejectedRows.Read(path, 1);
        Assert.Equal((2L, "4", "bad; \"x\""), (rows.Total, rows.Rows[0].Line, rows.Rows[0].Reason));
        Assert.Equal(["name", "amount"], rows.Columns);
        Assert.Equal(["=1+1", "abc"], rows.Rows[0].Cells);
        RejectedRows.Mend(path, mended, new Dictionary<int, System.Collections.Immutable.ImmutableArray<string>> { [0] = ["=2+2", "1;5"] });
        Assert.Equal("line;reason;name;amount\n4;\"bad; \"\"x\"\"\";'=2+2;\"1;5\"\n9;\"late\";Bo;2\n", File.ReadAllText(mended).ReplaceLineEndings("\n"));
    }

    private static async Task<Upload?> ReceiveAsync(UploadStore store, Upload upload, string name, string text)
    {
        using var body = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return (await new ReceiveFile(store).ReceiveAsync(upload.Id, name, body, TestContext.Current.CancellationToken)).Value;
    }
}
