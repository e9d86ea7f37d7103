using Conformance.Folder;
using Conformance.Reporting;
using Conformance.Running;

if (args is not [var folder, "--engine", var engine])
{
    Console.Error.WriteLine("dotnet run --project tests/Conformance -- FOLDER --engine ENGINE");
    return 2;
}
if (!Engines.ByName.TryGetValue(engine, out var open))
{
    Console.Error.WriteLine($"There is no engine '{engine}'. There are: {string.Join(", ", Engines.ByName.Keys)}.");
    return 2;
}
using var server = OwnPostgres.StartFor(engine);
if (Engines.Lacking(engine) is { } lacking)
{
    Console.Error.WriteLine(lacking);
    return 2;
}
if (!File.Exists(Path.Combine(folder, "cases.json")))
{
    Console.Error.WriteLine($"There is no cases.json in {folder}.");
    return 2;
}
var outcomes = await new CaseRunner(new CaseFolder(folder), open).RunAsync(CancellationToken.None);
OutcomeReport.Write(outcomes, Console.Out);
return outcomes.Any(outcome => outcome.Verdict == Verdict.Failed) ? 1 : 0;
