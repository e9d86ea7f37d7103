using Kelvin.Samples.Files;

namespace Kelvin.Samples;

/// <summary>Rows as they turn up in real files, which an import has to turn away with a reason.</summary>
public static class DirtyRows
{
    /// <summary>Orders with an impossible moment.</summary>
    public const int OrdersWithBadTimes = 3;

    /// <summary>Orders that are in the file a second time.</summary>
    public const int DuplicateOrders = 2;

    /// <summary>Order lines whose amount is no number.</summary>
    public const int LinesWithBadAmounts = 4;

    /// <summary>Campaign days that are in the file a second time.</summary>
    public const int DuplicateCampaignDays = 2;

    /// <summary>Leads whose first contact is no date.</summary>
    public const int LeadsWithBadTimes = 2;

    /// <summary>Deals that closed before the first contact: accepted by the import, reported by a metric.</summary>
    public const int DealsClosedTooEarly = 5;

    internal static void Write(CompanyFiles files, PlantedProblems problems)
    {
        var first = problems.HistoryFrom;
        for (var row = 0; row < OrdersWithBadTimes; row++)
            files.Orders.Add($"B99000{row}").Add("").Add("web").Add("open").Add("2025-02-30 12:00:00").Add("").Add("").Add("").EndRow();
        for (var row = 1; row <= DuplicateOrders; row++)
            files.Orders.Add($"B10000{row}").Add("").Add("store").Add("delivered").Add(first.ToDateTime(new TimeOnly(12, 0))).Add("").Add("").Add("").EndRow();
        for (var row = 0; row < LinesWithBadAmounts; row++)
            files.OrderLines.Add($"B100001-9{row}").Add("B100001").Add("P1001").Add(1).Add(100m).Add(0m).Add("se faktura").Add(60m).EndRow();
        for (var row = 1; row <= DuplicateCampaignDays; row++)
            files.CampaignDays.Add(first).Add($"K0{row}").Add("SE").Add(1).Add(1).Add(1m).EndRow();
        for (var row = 0; row < LeadsWithBadTimes; row++)
            files.Leads.Add($"L9900{row}").Add("igår").Add("referral").Add("").Add("SE").Add("Alva").Add("").Add("").EndRow();
        for (var row = 0; row < DealsClosedTooEarly; row++)
        {
            var opened = problems.Today.AddDays(-300 + row).ToDateTime(new TimeOnly(9, 0));
            files.Leads.Add($"L9800{row}").Add(opened).Add("referral").Add("").Add("SE").Add("Nils").Add(opened).Add(opened).EndRow();
            files.Opportunities.Add($"A9800{row}").Add($"L9800{row}").Add(opened).Add("won").Add(25_000m).Add(opened.AddDays(-7)).EndRow();
        }
    }
}
