using System.Text;
using Kelvin.Collection.Secrets;
using Kelvin.Language;
using Microsoft.Extensions.DependencyInjection;

namespace Collection.Tests.Secrets;

public sealed class SecretStoreTests : IDisposable
{
    private readonly StateFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Secret_is_there_after_a_restart_and_not_readable_in_the_file()
    {
        await using (var services = await _folder.OpenAsync())
            await services.GetRequiredService<SecretStore>().SetAsync("erp_password", "Sju sjösjuka sjömän", CancellationToken.None);
        await using var again = await _folder.OpenAsync();
        Assert.Equal("Sju sjösjuka sjömän", (await again.GetRequiredService<SecretStore>().OpenAsync("erp_password", CancellationToken.None)).Value);
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(_folder.File)!, "state.db*"))
            Assert.DoesNotContain("sjuka", Encoding.UTF8.GetString(await ReadAsync(file)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Setting_it_again_replaces_the_value_and_the_moment()
    {
        await using var services = await _folder.OpenAsync();
        var secrets = services.GetRequiredService<SecretStore>();
        await secrets.SetAsync("erp", "old", CancellationToken.None);
        _folder.Clock.Advance(TimeSpan.FromHours(1));
        await secrets.SetAsync("erp", "new", CancellationToken.None);
        Assert.Equal("new", (await secrets.OpenAsync("erp", CancellationToken.None)).Value);
        Assert.Equal(_folder.Clock.GetUtcNow(), Assert.Single(await secrets.ListAsync(CancellationToken.None)).Value);
    }

    [Fact]
    public async Task Unknown_secret_says_what_is_near()
    {
        await using var services = await _folder.OpenAsync();
        var secrets = services.GetRequiredService<SecretStore>();
        await secrets.SetAsync("erp_password", "x", CancellationToken.None);
        Assert.Contains("erp_password", Hint(await secrets.OpenAsync("erp_pasword", CancellationToken.None)), StringComparison.Ordinal);
        Assert.Contains("kelvin secret other", Hint(await secrets.RemoveAsync("other", CancellationToken.None)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ERP")]
    [InlineData("erp password")]
    [InlineData("")]
    [InlineData("1erp")]
    [InlineData("../erp")]
    public async Task Names_that_definitions_could_not_write_are_refused(string name)
    {
        await using var services = await _folder.OpenAsync();
        var outcome = await services.GetRequiredService<SecretStore>().SetAsync(name, "x", CancellationToken.None);
        Assert.Equal("collection.secret-name", Assert.Single(outcome.Issues).Code);
    }

    [Fact]
    public async Task Secret_sealed_with_lost_keys_says_so()
    {
        await using (var services = await _folder.OpenAsync())
            await services.GetRequiredService<SecretStore>().SetAsync("erp", "x", CancellationToken.None);
        Directory.Delete(_folder.Keys, recursive: true);
        await using var without = await _folder.OpenAsync();
        var outcome = await without.GetRequiredService<SecretStore>().OpenAsync("erp", CancellationToken.None);
        Assert.Equal("collection.secret-unreadable", Assert.Single(outcome.Issues).Code);
    }

    [Fact]
    public async Task Removed_secret_is_gone()
    {
        await using var services = await _folder.OpenAsync();
        var secrets = services.GetRequiredService<SecretStore>();
        await secrets.SetAsync("erp", "x", CancellationToken.None);
        Assert.True((await secrets.RemoveAsync("erp", CancellationToken.None)).IsSound);
        Assert.Empty(await secrets.ListAsync(CancellationToken.None));
    }

    private static string Hint(Checked<string> outcome) => Assert.Single(outcome.Issues).Hint(Tongue.English)!;

    private static async Task<byte[]> ReadAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }
}
