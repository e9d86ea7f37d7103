using Kelvin.Collection.Sources.Runs;

namespace Collection.Tests.Sources;

public sealed class FilesTests
{
    private const string Columns = "\nkey: id\ncolumns: { id: integer, amount: number with 2 decimals? }";

    [Fact]
    public async Task Files_that_fit_are_loaded_once_and_again_when_they_change()
    {
        await using var workspace = await OpenAsync("path: orders/*.csv, separator: ';', decimal: ','");
        Write(workspace, "orders/b.csv", "id;amount\n2;2,5\n");
        Write(workspace, "orders/a.csv", "id;amount\n1;1,5\n");
        Write(workspace, "orders/deep/c.csv", "id;amount\n3;1\n");
        Write(workspace, "orders/d.txt", "id;amount\n4;1\n");
        var run = await workspace.SyncWellAsync("orders");
        Assert.Equal(2, run.Added);
        Assert.Equal(["files: orders/b.csv", "files: orders/a.csv"], (await workspace.LoadsAsync("orders")).Select(load => load.Source));
        Assert.Equal(0, (await workspace.SyncWellAsync("orders")).Accepted);
        Write(workspace, "orders/a.csv", "id;amount\n1;1,75\n5;5\n");
        Assert.Equal((1, 1), ((await workspace.SyncWellAsync("orders")) is var changed ? (changed.Added, changed.Replaced) : default));
        Assert.Equal("1=1.75 | 2=2.50 | 5=5.00", await workspace.RowsAsync("orders", "id || '=' || amount"));
    }

    [Fact]
    public async Task Where_a_file_is_the_whole_truth_only_the_newest_counts()
    {
        await using var workspace = await OpenAsync("path: all-*.csv, mode: replace");
        Write(workspace, "all-2.csv", "id,amount\n1,1\n2,2\n");
        Write(workspace, "all-1.csv", "id,amount\n9,9\n");
        File.SetLastWriteTimeUtc(Path.Combine(workspace.Folder, "in/all-1.csv"), new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        await workspace.SyncWellAsync("orders");
        Assert.Equal("1 | 2", await workspace.RowsAsync("orders", "id"));
    }

    [Fact]
    public async Task A_file_that_nothing_fits_leaves_the_rows()
    {
        await using var workspace = await OpenAsync("path: orders.csv");
        Write(workspace, "orders.csv", "id,amount\n1,1\n");
        await workspace.SyncWellAsync("orders");
        File.Delete(Path.Combine(workspace.Folder, "in/orders.csv"));
        await workspace.SyncBadlyAsync("orders", "sync.no-file");
        Directory.Delete(Path.Combine(workspace.Folder, "in"), recursive: true);
        Assert.Contains((await workspace.SyncAsync("orders")).Issues[0].Code, new[] { "sync.no-folder", "sync.no-file" });
        Assert.Equal("1", await workspace.RowsAsync("orders", "id"));
    }

    [Fact]
    public async Task Links_that_lead_out_of_the_folder_are_not_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links takes rights of its own there.");
        await using var workspace = await OpenAsync("path: '*.csv'");
        await File.WriteAllTextAsync(Path.Combine(workspace.Folder, "secret.csv"), "id,amount\n1,1\n");
        Directory.CreateDirectory(Path.Combine(workspace.Folder, "in"));
        File.CreateSymbolicLink(Path.Combine(workspace.Folder, "in/link.csv"), Path.Combine(workspace.Folder, "secret.csv"));
        await workspace.SyncBadlyAsync("orders", "sync.no-file");
    }

    [Fact]
    public async Task A_folder_that_is_named_and_is_a_link_is_not_entered()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links takes rights of its own there.");
        await using var workspace = await OpenAsync("path: 'out/*.csv'");
        await File.WriteAllTextAsync(Path.Combine(workspace.Folder, "secret.csv"), "id,amount\n1,1\n");
        Directory.CreateDirectory(Path.Combine(workspace.Folder, "in"));
        Directory.CreateSymbolicLink(Path.Combine(workspace.Folder, "in/out"), workspace.Folder);
        await workspace.SyncBadlyAsync("orders", "sync.no-file");
    }

    [Fact]
    public async Task A_file_that_grows_while_it_is_read_waits_for_the_next_run()
    {
        await using var workspace = await OpenAsync("path: '*.csv'");
        Write(workspace, "orders.csv", "id,amount\n1,1\n");
        // The reader finds the file as it is, and the writer goes on before it is read.
        workspace.Readers = [.. workspace.Readers.Select(reader => new MeanwhileReader(reader, () => File.AppendAllText(Path.Combine(workspace.Folder, "in/orders.csv"), "2,2")))];
        var run = await workspace.SyncWellAsync("orders");
        Assert.Equal((0, "sync.file-growing"), (run.Accepted, Assert.Single(run.Issues).Code));
        workspace.Readers = Kelvin.Connectors.SourceReaders.All;
        Assert.Equal(2, (await workspace.SyncWellAsync("orders")).Added);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_stops_the_run_and_those_before_it_stay()
    {
        await using var workspace = await OpenAsync("path: '*.csv'");
        Write(workspace, "a.csv", "id,amount\n1,1\n");
        Write(workspace, "b.csv", "what,is,this\n1,2,3\n");
        Write(workspace, "c.csv", "id,amount\n3,3\n");
        var run = await workspace.SyncAsync("orders");
        Assert.Equal((SyncOutcome.Failed, 1), (run.Outcome, run.Added));
        Write(workspace, "b.csv", "id,amount\n2,2\n");
        Assert.Equal(2, (await workspace.SyncWellAsync("orders")).Added);
    }

    [Fact]
    public async Task A_file_beyond_the_limit_is_refused()
    {
        await using var workspace = await OpenAsync("path: '*.csv'");
        workspace.Settings = workspace.Settings with { MostBytes = 10 };
        Write(workspace, "orders.csv", "id,amount\n1,1\n");
        await workspace.SyncBadlyAsync("orders", "sync.file-too-long");
    }

    private static Task<FedWorkspace> OpenAsync(string source) =>
        FedWorkspace.OpenAsync("connection: files\nkind: folder\nfolder: in\n---\ndataset: orders\nsource: { connection: files, " + source + " }" + Columns);

    private static void Write(FedWorkspace workspace, string name, string text)
    {
        var path = Path.Combine(workspace.Folder, "in", name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
