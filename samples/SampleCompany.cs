using System.Globalization;
using Kelvin.Samples.Advertising;
using Kelvin.Samples.Assortment;
using Kelvin.Samples.Chance;
using Kelvin.Samples.Delivery;
using Kelvin.Samples.Files;
using Kelvin.Samples.Seasons;
using Kelvin.Samples.Selling;
using Kelvin.Samples.Shopping;

namespace Kelvin.Samples;

/// <summary>
/// Björkvik Friluft, an invented seller of outdoor equipment, with two years of orders, deliveries, stock, campaigns and
/// sales work, and a few problems for someone to find.
/// </summary>
public static class SampleCompany
{
    private const int BusinessesFromTheStart = 90;
    private const int MonthsOwed = 6;
    private static readonly string[] DefinitionFiles = ["kelvin.yaml", "datasets.yaml", "expectations.yaml", "forms.yaml"];

    /// <summary>
    /// Writes the workspace: definitions and files of rows. The same seed and day give the same bytes. The last whole day
    /// in the files is the one before <paramref name="today"/>. Files of the same names are overwritten.
    /// </summary>
    public static void Write(string folder, int seed, DateOnly today, IProgress<SampleProgress>? progress = null)
    {
        Directory.CreateDirectory(folder);
        foreach (var name in DefinitionFiles)
            CopyDefinitions(name, folder, today);
        using var files = new CompanyFiles(folder);
        var problems = new PlantedProblems(today);
        Live(files, seed, problems, progress);
        DirtyRows.Write(files, problems);
    }

    private static void Live(CompanyFiles files, int seed, PlantedProblems problems, IProgress<SampleProgress>? progress)
    {
        var today = problems.Today;
        var demand = new Demand(problems.HistoryFrom);
        var plan = new CampaignPlan(problems);
        var catalogue = new Catalogue(new Dice(seed, Chance.Stream.Assortment));
        var stock = new Stock(catalogue, problems, new Dice(seed, Chance.Stream.Supply));
        var customers = new CustomerBase(plan, new Dice(seed, Chance.Stream.Customers), files.Customers, files.Touches);
        var selling = new Dice(seed, Chance.Stream.Selling);
        var sales = new SalesDesk(selling, today, files);
        var ledger = new SalesLedger(selling, problems.HistoryFrom.Year, files.SalesCosts);
        var advertising = new AdvertisingDesk(plan, demand, new Dice(seed, Chance.Stream.Advertising));
        var shopping = new Dice(seed, Chance.Stream.Demand);
        var shop = new Shop(
            demand, customers, new Basket(catalogue, stock, problems, shopping), new Warehouse(new Dice(seed, Chance.Stream.Delivery), problems),
            new ReturnsDesk(new Dice(seed, Chance.Stream.Returns), today, files.Returns), problems, shopping, files);

        catalogue.Write(files.Products);
        plan.Write(files.Campaigns);
        foreach (var supplier in Supplier.All)
            files.Suppliers.Add(supplier.Id).Add(supplier.Name).Add(supplier.Country).EndRow();
        for (var business = 0; business < BusinessesFromTheStart; business++)
            customers.AddBusiness(business % 5 == 4 ? "NO" : "SE", null, null, null);

        for (var day = problems.HistoryFrom; day < today; day = day.AddDays(1))
        {
            foreach (var won in sales.WonOn(day))
            {
                customers.AddBusiness(won.Country, won.Source, won.Campaign, won.FirstContact);
                ledger.Book(won);
            }
            foreach (var (campaign, country, leads) in advertising.Run(day, files.CampaignDays))
                sales.Receive(day, campaign, country, leads);
            sales.Prospect(day);
            shop.Open(day);
            stock.CloseDay(day, files);
            ledger.CloseDay(day);
            progress?.Report(new SampleProgress(day, (day.DayNumber - problems.HistoryFrom.DayNumber + 1) / (double)problems.Days));
        }
    }

    /// <summary>Numbers are owed for the last months only: what nobody entered years ago would be all that a person sees.</summary>
    private static void CopyDefinitions(string name, string folder, DateOnly today)
    {
        using var source = typeof(SampleCompany).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The definitions {name} are not part of the program.");
        using var reader = new StreamReader(source);
        File.WriteAllText(Path.Combine(folder, name), reader.ReadToEnd().Replace("SINCE", today.AddMonths(-MonthsOwed).ToString("yyyy-MM", CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }
}
