namespace Cli.Tests;

/// <summary>A workspace on disk with a few orders, gone afterwards.</summary>
internal sealed class ShopFolder : IDisposable
{
    private const string Settings = """
        workspace: { sv: Butiken, en: The shop }
        zone: Europe/Stockholm
        currency: SEK
        """;

    private const string Definitions = """
        dataset: orders
        label: { sv: Ordrar, en: Orders }
        key: order_id
        time: ordered_on
        source: { file: orders.csv }
        columns:
          order_id: text
          ordered_on: date
          country: { type: text, label: { sv: Land, en: Country } }
          amount: money SEK
          days_late: number?
        ---
        metric: revenue
        label: { sv: Intäkter, en: Revenue }
        better: higher
        formula: sum(orders.amount)
        empty: zero
        ---
        metric: order_count
        label: { sv: Antal ordrar, en: Number of orders }
        better: higher
        formula: count(orders)
        ---
        metric: late_share
        label: { sv: Andel sena, en: Share late }
        better: lower
        formula: share(orders, days_late > 0)
        ---
        test: Revenue is the sum of amounts
        rows:
          orders:
            - { order_id: a, ordered_on: 2026-01-02, country: SE, amount: 100.50, days_late: 1 }
            - { order_id: b, ordered_on: 2026-01-31, country: NO, amount: 200, days_late: 0 }
        query: { metrics: [revenue, late_share], grain: month, range: 2026-01 }
        expect:
          - { period: 2026-01, revenue: 300.5, late_share: 0.5 }
        """;

    private const string Orders = """
        order_id,ordered_on,country,amount,days_late
        1,2025-02-10,SE,400.00,0
        2,2025-03-05,SE,1000.00,1
        3,2026-02-03,SE,1234.5,0
        4,2026-02-20,NO,100.25,2
        5,2026-03-01,SE,900.00,
        6,2026-03-10,NO,300.005,0
        """;

    public ShopFolder(bool hasOrders = true)
    {
        Path = Directory.CreateTempSubdirectory("kelvin-cli-").FullName;
        Write("kelvin.yaml", Settings);
        Write("shop.yaml", Definitions);
        if (hasOrders)
            Write("orders.csv", Orders);
    }

    public string Path { get; }

    /// <summary>A workspace whose orders have been imported.</summary>
    public static async Task<ShopFolder> ImportedAsync()
    {
        var shop = new ShopFolder();
        var import = await shop.RunAsync("import");
        Assert.Equal(0, import.Code);
        return shop;
    }

    public Task<Invocation> RunAsync(params string[] arguments) => Invocation.RunAsync(Path, arguments);

    public void Write(string file, string text) => File.WriteAllText(System.IO.Path.Combine(Path, file), text);

    public string PathOf(string file) => System.IO.Path.Combine(Path, file);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
