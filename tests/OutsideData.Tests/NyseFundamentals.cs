using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Compiler;

namespace OutsideData.Tests;

/// <summary>Annual statements of listed companies: what is earned in a year beside what is held at its end, in a year of weeks.</summary>
internal static class NyseFundamentals
{
    public static OutsideValues Values { get; } = new("nyse_fundamentals")
    {
        Totals = ["balance_sheet_breaks", "gross_profit_breaks"],
        Questions = new Dictionary<string, MetricQuery>
        {
            ["rows"] = new() { Metrics = ["statements"] },
            ["tickers"] = new() { Metrics = ["listed_companies"] },
            ["aapl_revenue"] = OfApple("revenue"),
            ["aapl_revenue_growth"] = OfApple("change(revenue, 1 apple.year) as growth"),
            ["aapl_gross_margin"] = OfApple("gross_margin"),
            ["aapl_dso_days"] = OfApple("days_sales_outstanding"),
            ["aapl_roe"] = OfApple("return_on_equity"),
            ["gross_margin_column_agrees"] = new() { Metrics = ["gross_margin_agrees", "statements"] },
            ["current_ratio_column_agrees"] = new() { Metrics = ["current_ratio_agrees", "printed_current_ratios"] },
            ["fy2015_revenue_by_sector"] = new() { Metrics = ["revenue"], By = ["companies.sector"], Where = "fiscal_year = 2015" },
            ["fiscal_years_not_december"] = new() { Metrics = ["years_not_ending_in_december"] },
            ["for_year_disagrees"] = new() { Metrics = ["fiscal_year_disagrees"] },
        }.ToImmutableSortedDictionary(),
        Rows = new Dictionary<string, long> { ["companies"] = 505, ["statements"] = 1777 }.ToImmutableSortedDictionary(),
    };

    /// <summary>A metric in Apple's own years.</summary>
    private static MetricQuery OfApple(string metric) => new() { Metrics = [metric], Grain = Grain.Named("apple.year"), Where = "ticker = 'AAPL'" };
}
