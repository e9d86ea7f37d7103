using Kelvin.Catalog;
using Kelvin.Changes;
using Kelvin.Cli.CommandLine;
using Kelvin.Cli.Workspaces;
using Kelvin.Language;
using Kelvin.Packs;
using Kelvin.Queries.Keeping;
using Kelvin.Queries.Warehouse;
using Kelvin.Server;
using Kelvin.State;
using Kelvin.State.Sqlite;
using Kelvin.Web.Reading;
using Kelvin.Workspace;
using Microsoft.AspNetCore.Connections;
using Microsoft.EntityFrameworkCore;

namespace Kelvin.Cli.Serve;

/// <summary>Serves a workspace until it is stopped. Definitions that change are followed.</summary>
internal sealed class ServeWorkspace(Session session)
{
    public async Task<int> RunAsync(ServedWorkspace choice, ServerAddress address, CancellationToken cancellationToken)
    {
        var folder = await choice.FindAsync(cancellationToken);
        if (!folder.IsSound)
            return UsageErrors.Report(folder.Issues, session.Terminal);
        await using var catalog = LiveCatalog.Open(folder.Value, ShippedPacks.Files, session.Surroundings.Clock);
        var feed = new ChangeFeed(session.Surroundings.Clock);
        await using var warehouse = new AnnouncingWarehouse(
            await new WarehouseChoice(session.Surroundings, folder.Value.Path).OpenAsync(catalog.Current.Settings, cancellationToken), feed);
        await warehouse.PrepareAsync(catalog.Current, cancellationToken);
        await using var server = KelvinServer.Create(address, services => services
            .AddSingleton(session.Surroundings.Clock)
            .AddSingleton(catalog)
            .AddSingleton<ICurrentCatalog>(catalog)
            .AddSingleton(feed)
            .AddSingleton<IWarehouse>(warehouse)
            .AddWorkspaceState(folder.Value.Path)
            .AddSources(folder.Value.Path)
            .AddSingleton<DefinitionText>(file => TextOf(folder.Value, file))
            // The address is said by us, in the person's language.
            .AddLogging(logging => logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning))
            .AddHostedService<FollowDefinitions>()
            .AddHostedService<FetchWhenDue>()
            .AddHostedService<HandOnEntries>()
            .AddSingleton<CompactHistory>()
            .AddHostedService<CompactDaily>());
        await SqliteState.PrepareAsync(server.Services.GetRequiredService<IDbContextFactory<KelvinState>>(), cancellationToken);
        try
        {
            await server.StartAsync(cancellationToken);
        }
        catch (IOException failure) when (failure.InnerException is AddressInUseException)
        {
            UsageErrors.Report([Issue.At(null, "cli.serve.port-taken", ("port", address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)))], session.Terminal);
            return ExitCode.Broken;
        }
        session.Terminal.Text.WriteLine(session.Terminal.Say("serve.open", ("address", server.Urls.First())));
        session.Terminal.Note(session.Terminal.Say("serve.stop"));
        await server.WaitForShutdownAsync(cancellationToken);
        session.Terminal.Note(session.Terminal.Say("serve.stopped"));
        return ExitCode.Fine;
    }

    /// <summary>The text of a file of the workspace or of a pack; nothing outside of them.</summary>
    private static string? TextOf(WorkspaceFolder folder, string file)
    {
        if (ShippedPacks.Files.FirstOrDefault(pack => pack.Path == file) is { } shipped)
            return shipped.Text;
        return folder.Read().Files.FirstOrDefault(own => own.Path == file)?.Text;
    }
}
