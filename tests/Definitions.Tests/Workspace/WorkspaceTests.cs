using Kelvin.Catalog;
using Kelvin.Language;
using Kelvin.Packs;
using Kelvin.Workspace;
using Microsoft.Extensions.Time.Testing;

namespace Definitions.Tests.Workspace;

public sealed class WorkspaceTests : IDisposable
{
    private static readonly LiveCatalogTiming Quick = new(TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(100));
    private readonly string _folder = Directory.CreateTempSubdirectory("kelvin-workspace-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public void A_new_workspace_is_without_issues(string tongue)
    {
        Assert.True(WorkspaceTemplate.Write(_folder, Tongue.Find(tongue)!).IsSound);
        var catalog = new WorkspaceFolder(_folder).Read().Load([]);
        Assert.Empty(catalog.Issues.Select(issue => issue.ToString()));
        Assert.Equal(["rental_income", "returned_on_time"], catalog.Metrics.Keys);
        Assert.Single(catalog.Tests);
    }

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public void The_example_of_a_new_workspace_stands_beside_every_pack(string tongue)
    {
        Assert.True(WorkspaceTemplate.Write(_folder, Tongue.Find(tongue)!).IsSound);
        var settings = Path.Combine(_folder, "kelvin.yaml");
        var packs = string.Join(", ", ShippedPacks.Files.Select(file => file.Pack!).Distinct());
        File.WriteAllText(settings, File.ReadAllText(settings).Replace("packs: []", $"packs: [{packs}]", StringComparison.Ordinal));
        var catalog = new WorkspaceFolder(_folder).Read().Load(ShippedPacks.Files);
        Assert.Empty(catalog.Issues.Select(issue => issue.ToString()));
        Assert.Equal(["rental_income", "returned_on_time"], catalog.Metrics.Values.Where(metric => metric.Pack is null).Select(metric => metric.Name));
        Assert.Contains("revenue", catalog.Metrics.Keys);
    }

    [Fact]
    public void A_new_workspace_overwrites_nothing()
    {
        Write("rentals.yaml", "mine");
        var outcome = WorkspaceTemplate.Write(_folder, Tongue.Swedish);
        Assert.Equal("catalog.file-exists", Assert.Single(outcome.Issues).Code);
        Assert.Equal(["rentals.yaml"], Directory.GetFiles(_folder).Select(Path.GetFileName));
    }

    [Fact]
    public void A_folder_is_read_through_odd_bytes_and_links_in_circles()
    {
        Write("kelvin.yaml", "workspace: Björkvik");
        Write("deep/er/metrics.yaml", "dataset: d\ncolumns:\n  x: text");
        Write(".git/hidden.yaml", "broken: [");
        Directory.CreateSymbolicLink(Path.Combine(_folder, "deep", "round"), _folder);
        File.WriteAllBytes(Path.Combine(_folder, "odd.yaml"), [.. "a: b\nå: "u8, 0xE5, 0x0A]);
        var read = new WorkspaceFolder(_folder).Read();
        Assert.Equal(["deep/er/metrics.yaml", "kelvin.yaml"], read.Files.Select(file => file.Path));
        Assert.Equal("odd.yaml:2:4", Assert.Single(read.Issues).Place!.ToString());
    }

    [Fact]
    public void A_folder_that_is_not_there_is_an_issue() =>
        Assert.Equal("catalog.no-folder", Assert.Single(new WorkspaceFolder(Path.Combine(_folder, "none")).Read().Issues).Code);

    [Fact]
    public async Task A_live_catalog_follows_its_files_and_keeps_what_is_sound()
    {
        Write("kelvin.yaml", "workspace: Björkvik");
        Write("a.yaml", "dataset: d\ncolumns:\n  x: text\n---\nmetric: one\nformula: count(d)");
        await using var live = LiveCatalog.Open(new(_folder), [], TimeProvider.System, Quick);
        using var subscription = live.Subscribe();
        Assert.Equal(["one"], live.Current.Metrics.Keys);

        Write("b.yaml", "metric: two\nformula: one * 2");
        var grown = await Until(subscription, catalog => catalog.Metrics.ContainsKey("two"));
        Assert.NotEqual(grown.Before.Version, grown.After.Version);

        Write("b.yaml", "metric: two\nformula: one *");
        var broken = await Until(subscription, catalog => !catalog.Issues.IsEmpty);
        Assert.Equal(["one"], broken.After.Metrics.Keys);
        Assert.Same(broken.After, live.Current);
    }

    [Fact]
    public async Task Polling_finds_a_change_when_the_clock_says_so()
    {
        Write("kelvin.yaml", "workspace: Björkvik");
        var clock = new FakeTimeProvider();
        await using var live = LiveCatalog.Open(new(_folder), [], clock, Quick);
        using var subscription = live.Subscribe();
        Write("a.yaml", "dataset: d\ncolumns:\n  x: text");
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var change = subscription.Changes.ReadAsync(limit.Token).AsTask();
        while (!change.IsCompleted)
        {
            clock.Advance(Quick.Poll);
            await Task.Yield();
        }
        Assert.Contains("d", (await change).After.Datasets.Keys);
    }

    [Fact]
    public async Task Disposing_ends_the_subscriptions()
    {
        Write("kelvin.yaml", "workspace: Björkvik");
        var live = LiveCatalog.Open(new(_folder), [], TimeProvider.System, Quick);
        using var subscription = live.Subscribe();
        await live.DisposeAsync();
        Assert.False(await subscription.Changes.WaitToReadAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<CatalogChange> Until(CatalogSubscription subscription, Predicate<MetricCatalog> isReached)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await foreach (var change in subscription.Changes.ReadAllAsync(limit.Token))
            if (isReached(change.After))
                return change;
        throw new InvalidOperationException("The subscription ended.");
    }

    private void Write(string path, string text)
    {
        var full = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
