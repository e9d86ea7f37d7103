using Kelvin.Collection.Secrets;
using Kelvin.Server;
using Kelvin.State;
using Kelvin.State.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Collection.Tests;

/// <summary>A state of its own on real SQLite, with keys; it may be opened several times, as by one process after another.</summary>
public sealed class StateFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("kelvin-state-").FullName;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));

    public string File => Path.Combine(_path, "state.db");

    public string Keys => Path.Combine(_path, "keys");

    public async Task<ServiceProvider> OpenAsync()
    {
        var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddServerKeys(Keys)
            .AddSqliteState(File)
            .AddSingleton<ISecretSeal, SealedSecrets>()
            .AddSingleton<SecretStore>();
        foreach (var mapping in MigrationContext.Mappings)
            services.AddSingleton(mapping);
        var provider = services.BuildServiceProvider();
        await SqliteState.PrepareAsync(provider.GetRequiredService<IDbContextFactory<KelvinState>>(), CancellationToken.None);
        return provider;
    }

    public void Dispose()
    {
        // Only its own: other tests are in the middle of theirs.
        using var connection = new SqliteConnection($"Data Source={File}");
        SqliteConnection.ClearPool(connection);
        Directory.Delete(_path, recursive: true);
    }
}
