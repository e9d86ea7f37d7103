using System.Collections.Concurrent;
using System.Collections.Immutable;
using Conformance.Running;
using Kelvin.Catalog;
using Kelvin.Compiler;
using Kelvin.Language;
using Kelvin.Queries.Answers;
using Kelvin.Queries.Asking;
using Kelvin.Queries.Warehouse;
using Kelvin.Workspace;

namespace OutsideData.Tests;

/// <summary>A workspace of these tests with the raw files loaded into it, opened once and shared by all tests.</summary>
/// <param name="Catalog">Its definitions.</param>
/// <param name="Loads">What became of each file, by dataset.</param>
/// <param name="Asking">Answers its questions.</param>
internal sealed record Company(MetricCatalog Catalog, ImmutableSortedDictionary<string, LoadReport> Loads, AskMetric Asking)
{
    private static readonly ConcurrentDictionary<(string Engine, string Folder), Lazy<Task<Company>>> Opened = [];

    /// <summary>The company whose definitions lie in a folder of these tests, on an engine; skips the test where that is not there.</summary>
    public static async Task<Company> OpenAsync(string engine, string folder)
    {
        SharedData.Folder(folder);
        Assert.SkipWhen(Engines.Lacking(engine) is not null, Engines.Lacking(engine) ?? "");
        return await Opened.GetOrAdd((engine, folder), key => new Lazy<Task<Company>>(() => LoadAsync(key.Engine, key.Folder))).Value;
    }

    /// <summary>The answer to a question, which must be without issues.</summary>
    public async Task<MetricAnswer> AskAsync(MetricQuery query)
    {
        var outcome = await Asking.AskAsync(query, Viewer.Everything, TestContext.Current.CancellationToken);
        Assert.True(outcome.IsSound, string.Join('\n', outcome.Issues));
        return outcome.Value;
    }

    private static async Task<Company> LoadAsync(string engine, string folder)
    {
        var catalog = new WorkspaceFolder(Path.Combine(AppContext.BaseDirectory, folder)).Read().Load([]);
        Assert.Empty(catalog.Issues.Select(issue => $"{issue} {issue.Hint(Tongue.English)}"));
        var warehouse = await Engines.ByName[engine](CancellationToken.None);
        Assert.Empty(await warehouse.PrepareAsync(catalog, CancellationToken.None));
        var loads = ImmutableSortedDictionary.CreateBuilder<string, LoadReport>();
        foreach (var dataset in catalog.Datasets.Values)
            if (dataset.Source is DatasetSource.Files files)
            {
                var request = new LoadRequest(dataset, SharedData.PathOf(folder, files.Format.File!), LoadMode.Replace, catalog.Settings.Zone);
                var load = await warehouse.LoadAsync(request, null, CancellationToken.None);
                Assert.True(load.IsSound, string.Join('\n', load.Issues));
                loads[dataset.Name] = load.Value;
            }
        var asking = new AskMetric(new FixedCatalog(catalog), warehouse, new AnswerCache(), TimeProvider.System);
        return new Company(catalog, loads.ToImmutable(), asking);
    }
}
