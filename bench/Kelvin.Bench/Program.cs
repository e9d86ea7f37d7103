using System.Globalization;
using Kelvin.Bench;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var rows = args.Length > 0 ? long.Parse(args[0], CultureInfo.InvariantCulture) : 10_000_000;
bool Measures(string part) => args.Length < 2 || args[1..].Contains(part);
using var folder = new BenchFolder();
Console.WriteLine($"{rows:N0} rows, median of the runs, ratio = Kelvin / reference in the same run (CSV import: reference / Kelvin, as a speed)");
Console.WriteLine();
Console.WriteLine("| what | Kelvin | reference | ratio | goal |");
Console.WriteLine("|---|---|---|---|---|");
if (Measures("queries") || Measures("distinct") || Measures("stocks") || Measures("dashboard") || Measures("compile"))
{
    await using var sales = await SalesWarehouse.MakeAsync(folder, rows);
    if (Measures("queries"))
        await QueryBench.RunAsync(sales);
    if (Measures("distinct"))
        await DistinctBench.RunAsync(sales);
    if (Measures("stocks"))
        await StockBench.RunAsync(sales);
    if (Measures("dashboard"))
        await DashboardBench.RunAsync(sales);
    if (Measures("compile"))
        CompileBench.Run(sales);
}
if (Measures("import"))
    await ImportBench.RunAsync(folder, Math.Min(rows, 1_000_000));
if (Measures("wizard"))
    await WizardBench.RunAsync(folder, Math.Min(rows, 1_000_000));
if (Measures("upsert"))
    await UpsertBench.RunAsync(folder, rows);
if (Measures("write"))
    await WriteBench.RunAsync(folder);
if (Measures("push"))
    await PushBench.RunAsync(folder);
if (Measures("live"))
    await LiveBench.RunAsync(folder);
if (Measures("restart"))
    await RestartBench.RunAsync(folder);
if (Measures("memory"))
    await MemoryBench.RunAsync(folder, rows);
if (Measures("startup"))
    await StartupBench.RunAsync(folder);
