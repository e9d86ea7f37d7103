using Kelvin.Collection.Secrets;
using Kelvin.State;
using Kelvin.State.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace Collection.Tests;

public sealed class StateTests : IDisposable
{
    private readonly StateFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Migrations_say_all_that_the_features_keep()
    {
        using var state = new MigrationContext().CreateDbContext([]);
        Assert.False(state.Database.HasPendingModelChanges(), "A mapping has changed: add a migration as CONTRIBUTING.md says.");
    }

    [Fact]
    public async Task State_of_a_later_version_is_left_alone()
    {
        await using var services = await _folder.OpenAsync();
        var states = services.GetRequiredService<IDbContextFactory<KelvinState>>();
        await using (var state = await states.CreateDbContextAsync())
            await state.Database.ExecuteSqlAsync($"INSERT INTO __EFMigrationsHistory VALUES ('99991231000000_Later', '99.0.0')");
        var failure = await Assert.ThrowsAsync<NewerStateException>(() => SqliteState.PrepareAsync(states, CancellationToken.None));
        Assert.Equal("99991231000000_Later", failure.Migration);
    }

    [Fact]
    public async Task State_of_an_earlier_version_is_copied_before_it_changes_and_keeps_what_it_held()
    {
        var services = new ServiceCollection().AddSqliteState(_folder.File);
        foreach (var mapping in MigrationContext.Mappings)
            services.AddSingleton(mapping);
        await using var provider = services.BuildServiceProvider();
        var states = provider.GetRequiredService<IDbContextFactory<KelvinState>>();
        await using (var early = await states.CreateDbContextAsync())
        {
            var first = early.Database.GetMigrations().First();
            await early.GetService<IMigrator>().MigrateAsync(first);
            await early.Database.ExecuteSqlAsync($"INSERT INTO collection_secrets VALUES ('erp', x'00', 0)");
        }
        // As an attempt leaves them that copied and was then cut short, and one that was cut short while it copied.
        await using (var early = await states.CreateDbContextAsync())
            foreach (var left in (string[])["", ".part"])
                await File.WriteAllTextAsync($"{_folder.File}.before-{early.Database.GetMigrations().ElementAt(1)}{left}", "");
        await SqliteState.PrepareAsync(states, CancellationToken.None);
        await using var state = await states.CreateDbContextAsync();
        Assert.Empty(await state.Database.GetPendingMigrationsAsync());
        Assert.Equal("erp", (await state.Set<Secret>().SingleAsync()).Name);
        Assert.NotEqual(0, new FileInfo(Assert.Single(Directory.GetFiles(Path.GetDirectoryName(_folder.File)!, "state.db.before-*"))).Length);
    }
}
