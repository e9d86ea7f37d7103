using System.Globalization;
using Kelvin.Calendars;
using Kelvin.Compiler;

namespace OutsideData.Tests;

/// <summary>Ratios that the file of statements prints itself, statement by statement.</summary>
public sealed class NyseFundamentalsTests
{
    /// <summary>Statements with an amount from a hundred billion, of which a spreadsheet kept three digits.</summary>
    private static readonly string[] Rounded = ["F 2013-12-31", "MSFT 2013-06-30", "MSFT 2016-06-30"];

    [Theory]
    [MemberData(nameof(OutsideDataTests.EngineNames), MemberType = typeof(OutsideDataTests))]
    public async Task The_quick_ratio_is_the_printed_one_give_or_take_a_percent(string engine)
    {
        var company = await Company.OpenAsync(engine, NyseFundamentals.Values.Folder);
        var frame = (await company.AskAsync(new MetricQuery
        {
            Metrics = ["quick_ratio", "printed_quick_ratio"], By = ["ticker"], Grain = Grain.Day, Where = "printed_quick_ratio is known",
        })).Frame;
        var apart = Enumerable.Range(0, frame.Count)
            .Where(row => Math.Abs((double)frame["quick_ratio"][row]! - (double)frame["printed_quick_ratio"][row]!) > 0.01)
            .Select(row => string.Create(CultureInfo.InvariantCulture, $"{frame["ticker"][row]} {((Period)frame["period"][row]!).FirstDay:yyyy-MM-dd}"));
        Assert.Equal(1478, frame.Count);
        Assert.Equal(Rounded, apart.Order(StringComparer.Ordinal));
    }
}
