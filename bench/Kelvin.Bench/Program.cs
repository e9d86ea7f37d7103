using System.Globalization;
using Kelvin.Bench;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var rows = args.Length > 0 ? long.Parse(args[0], CultureInfo.InvariantCulture) : 10_000_000;
using var folder = new BenchFolder();
Console.WriteLine($"{rows:N0} rows, median of the runs, ratio = Kelvin / reference in the same run (CSV import: reference / Kelvin, as a speed)");
Console.WriteLine();
Console.WriteLine("| what | Kelvin | reference | ratio | goal |");
Console.WriteLine("|---|---|---|---|---|");
await using (var sales = await SalesWarehouse.MakeAsync(folder, rows))
{
    await QueryBench.RunAsync(sales);
    await DashboardBench.RunAsync(sales);
    CompileBench.Run(sales);
}
await ImportBench.RunAsync(folder, Math.Min(rows, 1_000_000));
