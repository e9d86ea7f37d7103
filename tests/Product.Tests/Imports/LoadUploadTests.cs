using System.Collections.Immutable;
using System.Text;
using System.Threading.Channels;
using Kelvin.Imports.Looking;
using Kelvin.Imports.Mending;
using Kelvin.Imports.Running;
using Kelvin.Imports.Uploads;
using Kelvin.Language;
using Product.Tests.Site;

namespace Product.Tests.Imports;

/// <summary>Files that are loaded where something goes wrong, without a page.</summary>
public sealed class LoadUploadTests
{
    private const string Sales = "sale_id,sold_on,amount\n1,2026-03-04,10.50\n2,2026-04-05,7.25\n3,2026-04-06,1.00\n";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task A_full_disk_ends_no_worker()
    {
        await using var site = await WorkspaceSite.StartAsync();
        var store = site.Room<UploadStore>();
        using var queue = new ImportQueue(store, site.Room<LookAtFile>(), site.Room<LoadUpload>());
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var told = Channel.CreateUnbounded<Exception>();
        var running = queue.RunAsync(failure => told.Writer.TryWrite(failure), ending.Token);
        for (var sent = 0; sent < 3; sent++)
        {
            var upload = await SendAsync(site, Sales);
            // A state that cannot be written stands for a disk that is full.
            Directory.CreateDirectory(store.PathOf(upload.Id, "upload.json.new"));
            queue.Load(upload, 1, Tongue.English);
        }
        // Each cannot be loaded, and that cannot be written down.
        for (var failed = 0; failed < 6; failed++)
            await told.Reader.ReadAsync(ending.Token);
        await ending.CancelAsync();
        await running;
    }

    [Fact]
    public async Task A_file_whose_load_was_refused_is_looked_at_again_after_a_restart()
    {
        await using var site = await WorkspaceSite.StartAsync();
        var upload = await SendAsync(site, Sales);
        using var queue = new ImportQueue(site.Room<UploadStore>(), site.Room<LookAtFile>(), site.Room<LoadUpload>());
        queue.Look(Ended(upload, dataset: null));
        Assert.False(queue.IsBusy(upload.Id));
        queue.Look(Ended(upload, dataset: "sales"));
        Assert.True(queue.IsBusy(upload.Id));

        static Upload Ended(Upload upload, string? dataset) => upload.With(upload.Files[0] with { Outcome = new FileOutcome { End = FileEnd.Refused, Dataset = dataset } });
    }

    [Fact]
    public async Task Mended_rows_take_the_places_of_others_where_those_of_their_file_did()
    {
        await using var site = await WorkspaceSite.StartAsync();
        await LoadAsync(site, await SendAsync(site, Sales), 1);
        var second = await LoadAsync(site, await SendAsync(site, "sale_id,sold_on,amount\n1,2026-03-04,11.50\n2,2026-04-05,abc\n" + More), 1);
        Assert.Equal((FileEnd.Loaded, 1), (second.Find(1)!.Outcome!.End, second.Find(1)!.Outcome!.Rejected));
        var (mended, number) = site.Room<MendRejected>().Mend(second.Id, 1, new Dictionary<int, ImmutableArray<string>> { [0] = ["2", "2026-04-05", "8.25"] })!.Value;
        var outcome = (await LoadAsync(site, mended, number)).Find(number)!.Outcome!;
        Assert.Equal((FileEnd.Loaded, 1, 0), (outcome.End, outcome.Changed, outcome.Rejected));
        Assert.Equal(23, await site.RowsOfAsync("sales"));
    }

    [Fact]
    public async Task Rejected_rows_that_cannot_be_kept_undo_no_load()
    {
        await using var site = await WorkspaceSite.StartAsync();
        var upload = await SendAsync(site, Sales + "4,2026-03-07,abc\n" + More);
        Directory.CreateDirectory(site.Room<UploadStore>().PathOf(upload.Id, "rejected-1"));
        var outcome = (await LoadAsync(site, upload, 1)).Find(1)!.Outcome!;
        Assert.Equal((FileEnd.Loaded, 1, null), (outcome.End, outcome.Rejected, outcome.RejectedFile));
        Assert.Equal(23, await site.RowsOfAsync("sales"));
        Assert.True(site.Catalog.Datasets.ContainsKey("sales"));
    }

    private static string More => string.Concat(Enumerable.Range(10, 20).Select(id => FormattableString.Invariant($"{id},2026-03-05,1.50\n")));

    private static async Task<Upload> SendAsync(WorkspaceSite site, string text)
    {
        using var body = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return (await site.Room<ReceiveFile>().ReceiveAsync(site.Room<UploadStore>().Begin()!.Id, "sales.csv", body, Stop)).Value!;
    }

    private static async Task<Upload> LoadAsync(WorkspaceSite site, Upload upload, int number)
    {
        using var activity = new ImportActivity();
        await site.Room<LookAtFile>().LookAsync(upload, upload.Find(number)!, new Progress<double>(), Stop);
        await site.Room<LoadUpload>().RunAsync(upload.Id, number, Tongue.English, _ => activity, failure => Assert.Fail(failure.Message), Stop);
        return site.Room<UploadStore>().Find(upload.Id)!;
    }
}
