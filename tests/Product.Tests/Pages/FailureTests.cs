using System.Net;
using Kelvin.Catalog;
using Kelvin.Packs;
using Kelvin.Queries.Warehouse;
using Kelvin.Server;
using Product.Tests.Site;

namespace Product.Tests.Pages;

public sealed class FailureTests
{
    [Theory]
    [InlineData("en", "Something broke on our side")]
    [InlineData("sv", "Något gick fel hos oss")]
    public async Task A_page_that_breaks_says_so_in_the_readers_language(string language, string words)
    {
        await using var server = await BrokenServerAsync();
        using var client = new HttpClient { BaseAddress = new Uri(server.Urls.Single()), DefaultRequestHeaders = { { "Accept-Language", language } } };
        using var response = await client.GetAsync("/metrics/revenue", TestContext.Current.CancellationToken);
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Contains($"<h1>{words}</h1>", page, StringComparison.Ordinal);
        Assert.DoesNotContain(nameof(BrokenWarehouse), page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_asks_is_told_as_a_problem()
    {
        await using var server = await BrokenServerAsync();
        using var client = new HttpClient { BaseAddress = new Uri(server.Urls.Single()) };
        using var response = await client.PostAsync(
            "/api/v1/query", JsonContent.Create(new { metrics = new[] { "revenue" } }), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    private static async Task<WebApplication> BrokenServerAsync()
    {
        var settings = new DefinitionFile("kelvin.yaml", "workspace: Björkvik\ncurrency: SEK\npacks: [sales]\n", Pack: null);
        var catalog = CatalogLoader.Load([settings, .. ShippedPacks.Files]);
        Assert.NotEmpty(catalog.Metrics);
        var server = KelvinServer.Create(new ServerAddress(Port: 0), services => services
            .AddSingleton<ICurrentCatalog>(new FixedCatalog(catalog))
            .AddSingleton<IWarehouse>(new BrokenWarehouse()));
        await server.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }
}
