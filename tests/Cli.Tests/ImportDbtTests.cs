using System.Text.Json;

namespace Cli.Tests;

/// <summary>From a dbt project to a workspace that can be asked.</summary>
public sealed class ImportDbtTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("sv")]
    public async Task What_became_of_each_element_is_said(string language)
    {
        using var dbt = new DbtFolder(isOdd: true);
        var run = await dbt.RunAsync("import-dbt", ".", "--into", "metrics", "--types", "types.yaml", "--language", language);
        Assert.Equal((5, ""), (run.Code, run.Notes));
        Snapshot.Equal("import-dbt-" + language, run.Output);
    }

    [Fact]
    public async Task A_project_without_losses_becomes_a_sound_workspace_that_answers()
    {
        using var dbt = new DbtFolder();
        var import = await dbt.RunAsync("import-dbt", ".", "--into", "metrics", "--types", "types.yaml");
        Assert.Equal((0, ""), (import.Code, import.Notes));
        var folder = dbt.PathOf("metrics");
        Assert.Equal(0, (await Invocation.RunAsync(folder, "check")).Code);
        dbt.Write("metrics/fct_orders.csv", "order_id,customer_id,ordered_at,amount\n1,a,2026-01-02,100.50\n2,b,2026-01-31,200\n");
        dbt.Write("metrics/dim_customers.csv", "customer_id,country\na,SE\nb,NO\n");
        Assert.Equal(0, (await Invocation.RunAsync(folder, "import")).Code);
        var answer = await Invocation.RunAsync(folder, "query", "revenue", "average_order", "--by", "customer.country", "--format", "csv", "--order", "revenue");
        Assert.Equal(["SE,100.5,100.5", "NO,200,200"], answer.Output.Split('\n')[1..]);
    }

    [Fact]
    public async Task The_report_is_also_for_programs()
    {
        using var dbt = new DbtFolder(isOdd: true);
        var run = await dbt.RunAsync("import-dbt", ".", "--into", "metrics", "--format", "json");
        Assert.Equal(5, run.Code);
        using var json = JsonDocument.Parse(run.Data);
        var outcomes = json.RootElement.GetProperty("elements").EnumerateArray()
            .ToDictionary(element => $"{element.GetProperty("kind")} {element.GetProperty("name")}", element => element.GetProperty("outcome").GetString());
        Assert.Equal("assumed", outcomes["dataset orders"]);
        Assert.Equal("partial", outcomes["dataset visits"]);
        Assert.Equal("whole", outcomes["metric revenue"]);
        Assert.Equal("left-out", outcomes["metric odd_visits"]);
        Assert.Equal("asked", outcomes["question by_country"]);
    }

    [Fact]
    public async Task Files_that_are_there_are_kept_unless_told_otherwise()
    {
        using var dbt = new DbtFolder();
        dbt.Write("shop/kelvin.yaml", "workspace: Shop\n");
        dbt.Write("shop/orders.yaml", "# mine\n");
        var refused = await dbt.RunAsync("import-dbt", "models", "--workspace", "shop");
        Assert.Equal(1, refused.Code);
        Assert.Contains("--force", refused.Notes, StringComparison.Ordinal);
        Assert.Equal("# mine\n", await File.ReadAllTextAsync(dbt.PathOf("shop/orders.yaml")));
        Assert.False(File.Exists(dbt.PathOf("shop/customers.yaml")));
        Assert.Equal(0, (await dbt.RunAsync("import-dbt", "models", "--workspace", "shop", "--force", "--types", "types.yaml")).Code);
        Assert.Contains("metric: revenue", await File.ReadAllTextAsync(dbt.PathOf("shop/orders.yaml")), StringComparison.Ordinal);
        Assert.Equal("workspace: Shop\n", await File.ReadAllTextAsync(dbt.PathOf("shop/kelvin.yaml")));
    }

    [Fact]
    public async Task A_manifest_as_new_as_the_project_is_taken_instead_of_it()
    {
        using var dbt = new DbtFolder();
        dbt.Write("target/semantic_manifest.json", """{ "semantic_models": [{ "name": "built", "node_relation": { "alias": "t" }, "entities": [{ "name": "e", "type": "primary", "expr": "id" }] }] }""");
        Assert.Contains("built", (await dbt.RunAsync("import-dbt", ".", "--into", "new")).Output, StringComparison.Ordinal);
        File.SetLastWriteTimeUtc(dbt.PathOf("target/semantic_manifest.json"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.DoesNotContain("built", (await dbt.RunAsync("import-dbt", ".", "--into", "old")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData(".", "--types", "nowhere.yaml")]
    [InlineData(".", "--format", "xml")]
    public async Task What_cannot_be_found_is_said_before_anything_is_written(params string[] arguments)
    {
        using var dbt = new DbtFolder();
        var run = await dbt.RunAsync(["import-dbt", .. arguments, "--into", "metrics"]);
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.False(Directory.Exists(dbt.PathOf("metrics")));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_an_error()
    {
        using var dbt = new DbtFolder();
        dbt.Write("models/broken.yml", "metrics: [\n");
        Assert.Equal(1, (await dbt.RunAsync("import-dbt", ".", "--into", "metrics")).Code);
    }

    [Fact]
    public async Task Manifests_of_the_shared_data_become_sound_workspaces()
    {
        var manifests = SharedData.Folder("metricflow/manifests");
        foreach (var manifest in Directory.EnumerateFiles(manifests, "*.json"))
        {
            using var dbt = new DbtFolder();
            var run = await dbt.RunAsync("import-dbt", manifest, "--into", "metrics");
            Assert.True(run.Code is 0 or 5, $"{manifest}: {run.Code}\n{run.Notes}");
            var check = await Invocation.RunAsync(dbt.PathOf("metrics"), "check");
            Assert.True(check.Code == 0, $"{manifest}: {check.Output}");
        }
    }
}
