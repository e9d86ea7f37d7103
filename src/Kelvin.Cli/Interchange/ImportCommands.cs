using System.CommandLine;
using Kelvin.Catalog;
using Kelvin.Cli.CommandLine;
using Kelvin.Interchange.Dbt;
using Kelvin.Interchange.Ossie;
using Kelvin.Interchange.Reports;
using Kelvin.Interchange.Tables;

namespace Kelvin.Cli.Interchange;

/// <summary><c>kelvin import-dbt</c> and <c>kelvin import-ossie</c>: definitions of other tools, as ours.</summary>
internal static class ImportCommands
{
    public static Command Dbt(Session session) =>
        Define(session, "import-dbt", (files, tables) => DbtImport.Read(files, tables).Imported);

    public static Command Ossie(Session session) =>
        Define(session, "import-ossie", (files, tables) => OssieImport.Read(files, tables));

    private static Command Define(Session session, string name, Func<IReadOnlyList<DefinitionFile>, WarehouseTables, ImportedDefinitions> read)
    {
        var definition = new CommandDefinition(session, name);
        var path = definition.NeededWord("path");
        var into = definition.Value("--into", "folder");
        var types = definition.Value("--types", "file");
        var force = definition.Flag("--force");
        var format = definition.Value("--format", "check-format");
        definition.Command.SetAction(parsed => new ImportDefinitions(session).Run(new ImportRequest(parsed.GetValue(path)!, read)
        {
            Into = parsed.GetValue(into),
            Workspace = parsed.GetValue(session.Shared.Workspace),
            Types = parsed.GetValue(types),
            IsForced = parsed.GetValue(force),
            Format = parsed.GetValue(format),
        }));
        return definition.Command;
    }
}
