namespace Kelvin.Samples.Files;

/// <summary>All files of the company, open while its two years pass.</summary>
internal sealed class CompanyFiles(string folder) : IDisposable
{
    public CsvFile Customers { get; } = new(At(folder, "customers"), CsvStyle.Plain,
        "customer_id", "name", "segment", "country", "first_source", "campaign_id", "first_contact_at");

    public CsvFile Products { get; } = new(At(folder, "products"), CsvStyle.Plain, "product_id", "name", "category");

    public CsvFile Campaigns { get; } = new(At(folder, "campaigns"), CsvStyle.Plain, "campaign_id", "name", "channel");

    public CsvFile Orders { get; } = new(At(folder, "orders"), CsvStyle.Plain,
        "order_id", "customer_id", "channel", "status", "ordered_at", "promised_on", "delivered_at", "carrier");

    public CsvFile OrderLines { get; } = new(At(folder, "order_lines"), CsvStyle.Plain,
        "order_line_id", "order_id", "product_id", "quantity", "list_amount", "discount", "amount", "cost");

    public CsvFile Returns { get; } = new(At(folder, "returns"), CsvStyle.Plain,
        "return_id", "order_line_id", "returned_on", "reason", "amount");

    public CsvFile CampaignDays { get; } = new(At(folder, "campaign_days"), CsvStyle.SwedishExcel,
        "Dag", "Kampanj", "Land", "Visningar", "Klick", "Kostnad (kr)");

    public CsvFile Touches { get; } = new(At(folder, "touches"), CsvStyle.Plain, "touched_at", "customer_id", "campaign_id");

    public CsvFile Leads { get; } = new(At(folder, "leads"), CsvStyle.Plain,
        "lead_id", "created_at", "source", "campaign_id", "country", "owner", "qualified_at", "converted_at");

    public CsvFile Opportunities { get; } = new(At(folder, "opportunities"), CsvStyle.Plain,
        "opportunity_id", "lead_id", "opened_at", "stage", "value", "closed_at");

    public CsvFile OpportunityStages { get; } = new(At(folder, "opportunity_stages"), CsvStyle.Plain,
        "opportunity_id", "stage", "entered_at", "left_at");

    public CsvFile SalesCosts { get; } = new(At(folder, "sales_costs"), CsvStyle.Accounting, "Månad", "Kostnadsslag", "Belopp");

    public CsvFile Suppliers { get; } = new(At(folder, "suppliers"), CsvStyle.Plain, "supplier_id", "name", "country");

    public CsvFile PurchaseOrders { get; } = new(At(folder, "purchase_orders"), CsvStyle.SupplierPortal,
        "purchase_order_id", "supplier_id", "product_id", "ordered_on", "promised_on", "received_on");

    public CsvFile StockLevels { get; } = new(At(folder, "stock_levels"), CsvStyle.Plain,
        "counted_on", "product_id", "site", "quantity", "unit_cost");

    public void Dispose()
    {
        CsvFile[] all =
        [
            Customers, Products, Campaigns, Orders, OrderLines, Returns, CampaignDays, Touches, Leads, Opportunities,
            OpportunityStages, SalesCosts, Suppliers, PurchaseOrders, StockLevels,
        ];
        foreach (var file in all)
            file.Dispose();
    }

    private static string At(string folder, string name) => Path.Combine(folder, name + ".csv");
}
