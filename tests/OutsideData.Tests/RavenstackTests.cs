using Kelvin.Calendars;
using Kelvin.Compiler;

namespace OutsideData.Tests;

/// <summary>What holds between the movements of recurring revenue and what is held.</summary>
public sealed class RavenstackTests
{
    [Theory]
    [MemberData(nameof(OutsideDataTests.EngineNames), MemberType = typeof(OutsideDataTests))]
    public async Task The_movements_explain_how_every_month_came_from_the_one_before(string engine)
    {
        var company = await Company.OpenAsync(engine, Ravenstack.Values.Folder);
        var answer = await company.AskAsync(new MetricQuery
        {
            Metrics = ["bridge_gap", "recurring_revenue_after", "monthly_recurring_revenue"], Grain = Grain.Month, Range = Ravenstack.BridgeRange,
        });
        Assert.True(SharedData.Entries("ravenstack")["bridge_closes"].GetBoolean());
        Assert.Equal(23, answer.Frame.Count);
        Assert.All(Enumerable.Range(0, answer.Frame.Count), row =>
        {
            Assert.Equal(0m, answer.Frame["bridge_gap"][row]);
            Assert.Equal(answer.Frame["monthly_recurring_revenue"][row], answer.Frame["recurring_revenue_after"][row]);
        });
    }
}
