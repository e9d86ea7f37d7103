using Kelvin.Server.Asking;
using Kelvin.Server.Connections;
using Kelvin.Server.Data;
using Kelvin.Server.Datasets;
using Kelvin.Server.Entries;
using Kelvin.Server.Exports;
using Kelvin.Server.Imports;
using Kelvin.Server.Health;
using Kelvin.Server.Live;
using Kelvin.Server.Loads;
using Kelvin.Server.Metrics;
using Kelvin.Server.Preferences;
using Kelvin.Server.Series;
using Kelvin.Web;

namespace Kelvin.Server.Composition;

/// <summary>Every address of the server.</summary>
internal static class Endpoints
{
    public static void MapKelvin(this WebApplication server)
    {
        server.MapStaticAssets();
        server.MapRazorComponents<App>();
        server.MapOpenApi();
        server.MapGet("/health", () => Results.Text("ok")).ExcludeFromDescription();
        server.MapPreferences();
        var api = server.MapGroup("/api/v1");
        ListMetrics.Map(api);
        ShowMetric.Map(api);
        ShowTree.Map(api);
        TraceMetric.Map(api);
        ListLoads.Map(api);
        UndoLoad.Map(api);
        ShowHealth.Map(api);
        AskQuery.Map(api);
        PushDatasetRows.Map(api);
        WriteSeries.Map(api);
        ListConnections.Map(api);
        RunSync.Map(api);
        ListRuns.Map(api);
        EntryEndpoints.Map(api);
        FollowChanges.Map(server);
        ExportValues.Map(server);
        ExportRows.Map(server);
        UndoDatasetLoad.Map(server);
        FetchDataset.Map(server);
        BeginUpload.Map(server);
        ReceiveUploadFile.Map(server);
        ChooseForFile.Map(server);
        RunUpload.Map(server);
        MendFile.Map(server);
        DecideOnPage.Map(server);
    }
}
