using System.Globalization;
using Kelvin.Catalog;
using Kelvin.Catalog.Connections;
using Kelvin.Cli.CommandLine;
using Kelvin.Cli.Terminals;
using Kelvin.Cli.Workspaces;
using Spectre.Console;

namespace Kelvin.Cli.Sync;

/// <summary>Lists connections with the datasets fetched over them, or tries each.</summary>
internal sealed class ShowConnections(Session session)
{
    private readonly Terminal _terminal = session.Terminal;

    public async Task<int> RunAsync(string? workspace, bool tests, CancellationToken cancellationToken)
    {
        var folder = WorkspaceSearch.Find(session, workspace);
        if (!folder.IsSound)
            return UsageErrors.Report(folder.Issues, _terminal);
        var opened = OpenedWorkspace.Read(folder.Value);
        opened.MentionErrors(_terminal);
        if (opened.Catalog.Connections.IsEmpty)
        {
            _terminal.Note(_terminal.Say("connections.none"));
            return ExitCode.Fine;
        }
        await using var syncs = await WorkspaceSyncs.OpenAsync(session.Surroundings, folder.Value.Path, cancellationToken);
        if (tests)
            return await TryAsync(opened, syncs, cancellationToken);
        await ListAsync(opened.Catalog, syncs, cancellationToken);
        return ExitCode.Fine;
    }

    private async Task<int> TryAsync(OpenedWorkspace opened, WorkspaceSyncs syncs, CancellationToken cancellationToken)
    {
        var isWell = true;
        foreach (var connection in opened.Catalog.Connections.Values)
        {
            var issue = await syncs.Connections.TryAsync(opened.Catalog, connection.Name, cancellationToken);
            isWell &= issue is null;
            _terminal.Output.Write(new Text(issue is null ? "✓ " : "✗ ", new Style(issue is null ? Color.Green : Color.Red)));
            _terminal.Output.Write(new Text(_terminal.Say(issue is null ? "connections.works" : "connections.works-not", ("connection", connection.Name)) + "\n"));
            if (issue is not null)
                new IssuePrinter(_terminal, _terminal.Output, opened.TextOf).Print(issue);
        }
        return isWell ? ExitCode.Fine : ExitCode.Issues;
    }

    private async Task ListAsync(MetricCatalog catalog, WorkspaceSyncs syncs, CancellationToken cancellationToken)
    {
        var (last, next) = (await syncs.History.LastRunsAsync(cancellationToken), await syncs.TimesOf(catalog).NextAsync(cancellationToken));
        var table = new Table { Border = TableBorder.Simple };
        foreach (var heading in new[] { "connection", "leads-to", "dataset", "last", "outcome", "next" })
            table.AddColumn(_terminal.Say("connections." + heading));
        foreach (var connection in catalog.Connections.Values)
        {
            var fed = catalog.Datasets.Values.Where(dataset => dataset.Feed?.Connection == connection.Name).ToList();
            foreach (var dataset in fed.DefaultIfEmpty())
            {
                var run = dataset is null ? null : last.GetValueOrDefault(dataset.Name);
                table.AddRow(
                    new Text(connection.Name), new Text(Place(connection.Target)), new Text(dataset?.Name ?? ""), new Text(Local(catalog, run?.StartedAt)),
                    new Text(run is null ? "" : RunWords.Of(run, _terminal), RunWords.StyleOf(run)),
                    new Text(dataset is not null && next.TryGetValue(dataset.Name, out var moment) ? Local(catalog, moment) : ""));
            }
        }
        _terminal.Output.Write(table);
    }

    private static string Place(ConnectionTarget target) => target switch
    {
        ConnectionTarget.Server server => $"{server.Host}/{server.Database}",
        ConnectionTarget.File file => file.Path,
        ConnectionTarget.Folder folder => folder.Path,
        ConnectionTarget.Bucket bucket => bucket.Address is { } address ? $"{address.Host}/{bucket.Name}" : bucket.Name,
        ConnectionTarget.Web web => web.Address.Host,
        _ => "",
    };

    private static string Local(MetricCatalog catalog, DateTimeOffset? moment) => moment is { } given
        ? TimeZoneInfo.ConvertTime(given, catalog.Settings.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
        : "";
}
