using Kelvin.State;
using Kelvin.State.Sqlite;
using Microsoft.EntityFrameworkCore;
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
}
