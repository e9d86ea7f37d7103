using Kelvin.Cli.Sync;
using Kelvin.Cli.Terminals;
using Kelvin.Collection.Secrets;
using Kelvin.Connectors;
using Kelvin.Server;
using Kelvin.State;
using Kelvin.State.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Kelvin.Cli.Workspaces;

/// <summary>The state of a workspace: what is neither a definition nor a row, in a file beside its rows.</summary>
internal static class WorkspaceState
{
    /// <summary>Adds the state of the workspace in a folder, and what seals its secrets.</summary>
    public static IServiceCollection AddWorkspaceState(this IServiceCollection services, string folder)
    {
        foreach (var mapping in MigrationContext.Mappings)
            services.AddSingleton(mapping);
        return services
            .AddServerKeys(OpenedWorkspace.KeysOf(folder))
            .AddSqliteState(Path.Combine(OpenedWorkspace.WarehouseOf(folder), "state.db"))
            .AddSingleton<ISecretSeal, SealedSecrets>()
            .AddSingleton<SecretStore>();
    }

    /// <summary>Adds the technologies from which data come, and where fetching takes place.</summary>
    public static IServiceCollection AddSources(this IServiceCollection services, string folder)
    {
        foreach (var reader in SourceReaders.All)
            services.AddSingleton(reader);
        return services.AddSingleton(WorkspaceSyncs.Settings(folder));
    }

    /// <summary>The services of a command that needs nothing but the state, which is in order.</summary>
    public static async Task<ServiceProvider> OpenAsync(Surroundings surroundings, string folder, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection().AddSingleton(surroundings.Clock).AddWorkspaceState(folder).BuildServiceProvider();
        try
        {
            await SqliteState.PrepareAsync(services.GetRequiredService<IDbContextFactory<KelvinState>>(), cancellationToken);
            return services;
        }
        catch
        {
            await services.DisposeAsync();
            throw;
        }
    }
}
