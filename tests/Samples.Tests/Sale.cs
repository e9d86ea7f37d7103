namespace Kelvin.Samples.Tests;

/// <summary>An order line that counts, with its order's day and its product's category.</summary>
public sealed record Sale(DateOnly Day, string Channel, string Category, decimal List, decimal Discount, decimal Amount, decimal Cost)
{
    /// <summary>All lines of orders that are not cancelled, joined by hand.</summary>
    public static IReadOnlyList<Sale> All(Company company)
    {
        var (orders, lines, products) = (company["orders"], company["order_lines"], company["products"]);
        var categories = products.Rows.ToDictionary(row => products.Value(row, "product_id"), row => products.Value(row, "category"));
        var known = new Dictionary<string, (DateOnly Day, string Channel, string Status)>();
        foreach (var row in orders.Rows)
        {
            if (Company.Day(orders.Value(row, "ordered_at")) is { } day)
                known.TryAdd(orders.Value(row, "order_id"), (day, orders.Value(row, "channel"), orders.Value(row, "status")));
        }
        return
        [
            .. from row in lines.Rows
               let order = known[lines.Value(row, "order_id")]
               let amount = Company.Number(lines.Value(row, "amount"))
               where order.Status != "cancelled" && amount is not null
               select new Sale(order.Day, order.Channel, categories[lines.Value(row, "product_id")], Money(row, "list_amount"),
                   Money(row, "discount"), amount.Value, Money(row, "cost")),
        ];

        decimal Money(string[] row, string column) => Company.Number(lines.Value(row, column))!.Value;
    }

    public static decimal Margin(IEnumerable<Sale> sales)
    {
        var (amount, cost) = sales.Aggregate((Amount: 0m, Cost: 0m), (sum, sale) => (sum.Amount + sale.Amount, sum.Cost + sale.Cost));
        return (amount - cost) / amount;
    }
}
