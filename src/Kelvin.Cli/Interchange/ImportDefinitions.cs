using Kelvin.Catalog;
using Kelvin.Cli.CommandLine;
using Kelvin.Cli.Terminals;
using Kelvin.Cli.Workspaces;
using Kelvin.Interchange.Dbt;
using Kelvin.Interchange.Reports;
using Kelvin.Interchange.Tables;
using Kelvin.Language;
using Kelvin.Workspace;

namespace Kelvin.Cli.Interchange;

/// <summary>Reads definitions of another tool, writes them as ours and says what became of each.</summary>
internal sealed class ImportDefinitions(Session session)
{
    private readonly Terminal _terminal = session.Terminal;

    public int Run(ImportRequest request)
    {
        if (request.Format is not (null or "text" or "json"))
            return UsageErrors.Report([Issue.At(null, "cli.usage.format", ("written", request.Format), ("known", "text, json"))], _terminal);
        var path = session.PathOf(request.Path);
        var target = TargetOf(request);
        var files = ForeignFiles.Read(path);
        var tables = TablesOf(path, request.Types);
        Issue[] usage = [.. target.Issues, .. files.Issues, .. tables.Issues.Where(issue => issue.Severity == Severity.Error)];
        if (!target.IsSound || !files.IsSound || !tables.IsSound)
            return UsageErrors.Report(usage, _terminal);
        var imported = request.Read(files.Value, tables.Value);
        var settings = HoldsWorkspace(target.Value) ? [] : (DefinitionFile[])[DbtImport.Settings(Path.GetFileName(target.Value))];
        var written = DefinitionFolder.Write(
            [.. settings.Select(file => (Path.Combine(target.Value, file.Path), file.Text)), .. DefinitionFolder.Paths(target.Value, imported.Files)], request.IsForced);
        if (!written.IsSound)
        {
            UsageErrors.Report(written.Issues, _terminal);
            return ExitCode.Issues;
        }
        Show(imported.Report, [.. written.Value], request.Format == "json");
        var errors = OpenedWorkspace.Read(WorkspaceOf(target.Value)!).MentionErrors(_terminal);
        return errors > 0 || imported.Report.HasErrors ? ExitCode.Issues
            : imported.Report.IsLossy ? ExitCode.PartsLost
            : ExitCode.Fine;
    }

    private void Show(InterchangeReport report, IReadOnlyList<string> written, bool isJson)
    {
        if (isJson)
        {
            ReportJson.Write(report, written, _terminal.Tongue, _terminal.Data);
            return;
        }
        new ReportTable(_terminal).Write(report);
        foreach (var file in written)
            _terminal.Text.WriteLine(_terminal.Say("interchange.wrote", ("file", Path.GetRelativePath(session.Surroundings.Folder, file))));
    }

    private Checked<string> TargetOf(ImportRequest request)
    {
        if (request.Into is { } into)
            return Checked<string>.Sound(session.PathOf(into));
        var workspace = WorkspaceSearch.Find(session, request.Workspace);
        return workspace.IsSound ? Checked<string>.Sound(workspace.Value.Path) : Checked<string>.Faulty(workspace.Issues);
    }

    /// <summary>The types that were named, else those in the catalogue that dbt makes of the warehouse.</summary>
    private Checked<WarehouseTables> TablesOf(string path, string? types)
    {
        var file = types is not null ? session.PathOf(types) : Path.Combine(path, "target", "catalog.json");
        if (File.Exists(file))
            return WarehouseTables.Read(ForeignFiles.One(file, Path.GetFileName(file)));
        return types is null
            ? Checked<WarehouseTables>.Sound(WarehouseTables.Unknown)
            : Checked<WarehouseTables>.Faulty(Issue.At(null, "cli.interchange.no-path", ("path", file)));
    }

    private static bool HoldsWorkspace(string folder) => WorkspaceOf(folder) is not null;

    /// <summary>The workspace that a folder is, or lies in.</summary>
    private static WorkspaceFolder? WorkspaceOf(string folder)
    {
        for (var path = folder; path is not null; path = Path.GetDirectoryName(path))
            if (new WorkspaceFolder(path) is { Exists: true } found)
                return found;
        return null;
    }
}
